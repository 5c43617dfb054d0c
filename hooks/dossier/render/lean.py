"""Jinja without what our templates never ask of it: a page is some 400 calls and 800 escaped values.

None of it changes what a template gives.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from types import CodeType
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from markupsafe import Markup, escape


def escaped(value: Any) -> str:
    """A value as HTML, as :func:`markupsafe.escape` has it, for output: that need not be marked as safe."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    if kind is not str:
        return escape(value)
    text: str = value
    return (
        text.replace("&", "&amp;")
        .replace(">", "&gt;")
        .replace("<", "&lt;")
        .replace("'", "&#39;")
        .replace('"', "&#34;")
    )


class LeanContext(Context):
    """Calls what templates call as it is.

    Jinja looks first whether a function wants the context; none of ours does.
    """

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Without what Jinja adds within loops and blocks."""
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return called(*args, **kwargs)


class LeanTemplate(Template):
    """Has :func:`escaped` at hand, and makes its macros once for a page, whoever imports them."""

    _made: tuple[object, TemplateModule] | None = None

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002  Jinja calls them so
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """A template of compiled code."""
        namespace = {"environment": environment, "__file__": code.co_filename, escaped.__name__: escaped}
        exec(code, namespace)  # noqa: S102  as Jinja does; it compiled the code itself
        made = cls._from_namespace(environment, namespace, globals)
        made._uptodate = uptodate  # noqa: SLF001  one of its own
        return made

    def make_module(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,  # noqa: A002
    ) -> TemplateModule:
        """The template's macros; ``href`` is one function for all that a page is made of."""
        page = (vars or {}).get("href")
        if self._made is None or page is None or self._made[0] is not page:
            self._made = page, super().make_module(vars, shared, locals)
        return self._made[1]


class LeanGenerator(CodeGenerator):
    """Writes out values by :func:`escaped`."""

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(f"{escaped.__name__}(")
