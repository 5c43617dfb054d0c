/* What readers have chosen in a form stands in the page's address, so that it can be shared. */
var dossierAddress = {
  /* Sets the form's controls to what the address says; a choice that there is not stays open. */
  restore: function (form) {
    var asked = new URLSearchParams(location.search);
    Array.from(form.elements).forEach(function (control) {
      var value = control.name && asked.get(control.name);
      if (value && !(control.type === "number" && isNaN(value))) control.value = value;
      if (control.selectedIndex === -1) control.selectedIndex = 0;
    });
    return asked;
  },

  /* Puts what is chosen into the address, and ``more`` with it. */
  keep: function (form, more) {
    var asked = new URLSearchParams();
    Array.from(form.elements).forEach(function (control) {
      if (control.name && control.value) asked.set(control.name, control.value);
    });
    Object.keys(more).forEach(function (name) { asked.set(name, more[name]); });
    history.replaceState(history.state, "", location.pathname + (String(asked) && "?" + asked) + location.hash);
  }
};
