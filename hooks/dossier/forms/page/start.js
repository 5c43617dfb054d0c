// Starts Decap CMS with the configuration that was made from the schemas of the records.
// It stands twice in the page: before the library, to keep it from starting alone, and after it.
if (!("run" in document.currentScript.dataset)) {
  window.CMS_MANUAL_INIT = true;
} else {
  const isEmpty = (value) =>
    value === undefined || value === null || value === "" || value.size === 0;

  // What somebody left empty is not written, except lists that say something by being empty.
  const pruned = (data, fields) =>
    fields.reduce((left, field) => {
      const value = left.get(field.name);
      const inner = field.fields || [];
      const kept =
        field.widget === "object" && value && value.reduce
          ? pruned(value, inner)
          : field.widget === "list" && inner.length && value && value.map
            ? value.map((item) => pruned(item, inner))
            : value;
      return isEmpty(kept) && !(field.keep_empty && kept) ? left.delete(field.name) : left.set(field.name, kept);
    }, data);

  // The lists that ids are chosen from stand once, and are named where they are meant.
  const filled = (fields, lists) => {
    for (const field of fields) {
      if (typeof field.options === "string") field.options = lists[field.options];
      if (field.field) filled([field.field], lists);
      filled(field.fields || [], lists);
    }
  };

  fetch("start.json", { cache: "no-store" })
    .then((answer) => answer.json())
    .then(({ config, lists }) => {
      const fields = new Map();
      for (const collection of config.collections) {
        filled(collection.fields, lists);
        fields.set(collection.name, collection.fields);
      }
      window.CMS.registerEventListener({
        name: "preSave",
        handler: ({ entry }) => pruned(entry.get("data"), fields.get(entry.get("collection")) || []),
      });
      window.CMS.init({ config: { ...config, load_config_file: false } });
    });
}
