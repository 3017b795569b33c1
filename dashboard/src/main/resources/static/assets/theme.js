// Runs before the first paint, so that a remembered theme never flashes the other one first.
(() => {
  'use strict';
  const remembered = localStorage.getItem('perennial-theme');
  if (remembered === 'dark' || remembered === 'light') {
    document.documentElement.dataset.theme = remembered;
  }
})();
