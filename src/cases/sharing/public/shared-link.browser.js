// The number of the link stands behind its #, which no browser sends: it is put into the field here, and taken out of the address.
(() => {
  const field = document.querySelector('input[name="number"]');
  const number = decodeURIComponent(location.hash.slice(1));
  if (!field || !/^[0-9]{24}$/.test(number)) return;
  field.value = number;
  history.replaceState(null, '', location.pathname);
  document.querySelector('input[name="code"]')?.focus();
})();
