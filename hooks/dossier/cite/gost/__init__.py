"""References in areas, as ГОСТ Р 7.0.5 and ДСТУ 8302 build them; both go back to ГОСТ 7.1."""
