// The page's own behaviour: panels that fail alone, freshness, theme, picker. No framework, no eval.
(() => {
  'use strict';

  const POLL_IDLE = 'hidden';
  const body = document.body;
  const csrf = document.querySelector('meta[name="csrf-token"]')?.content;

  // --- The browser's half of the error boundary -----------------------------------------------

  const reported = new Set();

  /** Tells the server once about each different error; the answer has the id to show. */
  async function report(panel, kind, message) {
    const key = `${panel}|${kind}|${message}`;
    if (reported.has(key) || reported.size > 20) {
      return null;
    }
    reported.add(key);
    try {
      const response = await fetch('/ui/errors', {
        method: 'POST',
        headers: { 'X-CSRF-TOKEN': csrf ?? '' },
        body: new URLSearchParams({ panel, kind, message: String(message).slice(0, 500) }),
      });
      return response.ok ? (await response.json()).id : null;
    } catch {
      return null; // The server is away: the card says what can be said.
    }
  }

  /** Shows the error card in one panel; all others stay as they are. */
  async function fail(panel, kind, message) {
    const card = document.getElementById('panel-error')?.content.cloneNode(true);
    if (!card) {
      return;
    }
    const target = panel.querySelector('.panel-body');
    target.replaceChildren(card);
    panel.dataset.digest = '';
    settle(panel);
    const id = await report(panel.dataset.panel, kind, message);
    const colon = target.querySelector('.error-colon');
    if (id && colon) {
      colon.hidden = false;
      colon.querySelector('.error-id').textContent = id;
    }
  }

  function settle(panel) {
    panel.setAttribute('aria-busy', 'false');
    panel.classList.remove('is-loading');
  }

  const panelOf = (event) => event.detail?.elt?.closest?.('[data-panel]');

  addEventListener('error', (event) => report('page', 'script', event.message));
  addEventListener('unhandledrejection', (event) => report('page', 'promise', event.reason));

  body.addEventListener('click', (event) => {
    const retry = event.target.closest('[data-retry]');
    if (retry) {
      const panel = retry.closest('[data-panel]');
      retry.disabled = true;
      retry.textContent = 'Trying…';
      htmx.trigger(panel, 'refresh');
    }
  });

  // --- Panels ----------------------------------------------------------------------------------

  body.addEventListener('htmx:beforeRequest', (event) => {
    const panel = panelOf(event);
    // A page that nobody looks at does not poll; it catches up when it is looked at again.
    if (panel?.dataset.digest && document.visibilityState === POLL_IDLE) {
      event.preventDefault();
    }
  });

  body.addEventListener('htmx:beforeSwap', (event) => {
    const panel = panelOf(event);
    if (!panel) {
      return;
    }
    const { xhr } = event.detail;
    if (xhr.getResponseHeader('X-Panel') !== panel.dataset.panel) {
      event.detail.shouldSwap = false;
      fail(panel, `status-${xhr.status}`, `unexpected answer ${xhr.status}`);
      return;
    }
    const digest = xhr.getResponseHeader('X-Panel-Digest') ?? '';
    panel.dataset.asOf = xhr.getResponseHeader('X-Panel-As-Of') ?? '';
    panel.dataset.failed = digest ? '' : 'true';
    if (digest && digest === panel.dataset.digest) {
      event.detail.shouldSwap = false; // Nothing new: keep focus, scroll and open tables.
    } else {
      panel.dataset.digest = digest;
      remember(panel);
    }
    settle(panel);
    showFreshness();
  });

  body.addEventListener('htmx:afterSwap', (event) => {
    const panel = event.detail.target?.closest?.('[data-panel]');
    if (!panel) {
      return;
    }
    restore(panel);
    try {
      perennialCharts.mount(panel);
    } catch (failure) {
      fail(panel, 'chart', failure.message);
    }
  });

  body.addEventListener('htmx:sendError', (event) => failIfPanel(event, 'network', 'no answer'));
  body.addEventListener('htmx:timeout', (event) => failIfPanel(event, 'timeout', 'no answer in time'));
  body.addEventListener('htmx:swapError', (event) => failIfPanel(event, 'swap', 'could not be shown'));

  function failIfPanel(event, kind, message) {
    const panel = panelOf(event);
    if (panel) {
      fail(panel, kind, message);
    }
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== POLL_IDLE) {
      htmx.trigger(body, 'refresh');
    }
  });

  document.getElementById('refresh')?.addEventListener('click', (event) => {
    const button = event.currentTarget;
    button.classList.add('is-turning');
    button.addEventListener('animationend', () => button.classList.remove('is-turning'), { once: true });
    htmx.trigger(body, 'refresh');
  });

  /** Tables that were open stay open when their panel is drawn anew. */
  const opened = new Set();

  function remember(panel) {
    panel.querySelectorAll('details[data-key]').forEach((details) => {
      opened[details.open ? 'add' : 'delete'](details.dataset.key);
    });
  }

  function restore(panel) {
    panel.querySelectorAll('details[data-key]').forEach((details) => {
      details.open = opened.has(details.dataset.key);
    });
  }

  // --- How fresh the page is -------------------------------------------------------------------

  const pill = document.getElementById('freshness');
  const zone = body.dataset.zone;
  const clock = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: zone || undefined,
  });

  const AGES = [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']];

  function age(seconds) {
    const [size, unit] = AGES.find(([least]) => seconds >= least) ?? [1, 's'];
    return `${Math.floor(seconds / size)} ${unit} ago`;
  }

  /** The oldest of the panels' watermarks counts: the page is as old as its oldest part. */
  function showFreshness() {
    if (!pill) {
      return;
    }
    const known = [...document.querySelectorAll('[data-panel][data-as-of]')]
      .map((panel) => panel.dataset.asOf).filter(Boolean).sort();
    if (known.length === 0) {
      pill.dataset.state = 'unknown';
      pill.querySelector('.fresh-text').textContent = 'as of: not known yet';
      return;
    }
    const at = new Date(known[0]);
    const seconds = Math.max(0, Math.round((Date.now() - at) / 1000));
    pill.dataset.asOf = known[0];
    pill.dataset.state = seconds < 60 ? 'fresh' : seconds < 600 ? 'late' : 'old';
    pill.querySelector('.fresh-text').textContent = `as of ${clock.format(at)} · ${age(seconds)}`;
  }

  setInterval(showFreshness, 1000);

  // --- Theme -----------------------------------------------------------------------------------

  const root = document.documentElement;
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const themeButton = document.getElementById('theme');

  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : prefersDark.matches);

  function themed() {
    themeButton?.setAttribute('aria-pressed', String(isDark()));
    perennialCharts.retheme();
  }

  themeButton?.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    localStorage.setItem('perennial-theme', root.dataset.theme);
    themed();
  });
  prefersDark.addEventListener('change', themed);
  themeButton?.setAttribute('aria-pressed', String(isDark()));

  // --- Picker ----------------------------------------------------------------------------------

  const picker = document.getElementById('picker');
  const search = picker?.querySelector('input[type="search"]');

  /** Under its button; in the middle where the window is narrow. */
  picker?.addEventListener('beforetoggle', () => {
    const { left } = document.getElementById('picker-button').getBoundingClientRect();
    picker.style.setProperty('--from', `${left}px`);
  });

  picker?.addEventListener('toggle', (event) => {
    if (event.newState === 'open') {
      search.focus();
      htmx.trigger(search, 'picker-open');
    }
  });

  picker?.addEventListener('keydown', (event) => {
    const links = [...picker.querySelectorAll('.picker-options a')];
    const here = links.indexOf(document.activeElement);
    if (event.key === 'ArrowDown' && links.length > 0) {
      links[Math.min(here + 1, links.length - 1)].focus();
    } else if (event.key === 'ArrowUp' && here >= 0) {
      (here === 0 ? search : links[here - 1]).focus();
    } else if (event.key === 'Enter' && document.activeElement === search && links.length > 0) {
      links[0].click();
    } else {
      return;
    }
    event.preventDefault();
  });
})();
