/**
 * Runs in the reader's browser: puts live charts in the place of drawings and switches
 * languages. Without it the report is complete in its first language.
 */

interface LiveSpec {
  facet?: unknown;
  columns?: number;
  spec?: { width?: number };
  width?: number | string;
  params?: readonly { readonly name: string; readonly value: unknown }[];
}

interface ReportData {
  readonly titles: Readonly<Record<string, string>>;
  readonly config: unknown;
  readonly charts: readonly Readonly<Record<string, LiveSpec>>[];
}

interface Libraries {
  vega?: unknown;
  vegaLite?: unknown;
  vegaEmbed?: (
    target: HTMLElement,
    spec: unknown,
    options: unknown,
  ) => Promise<{ finalize(): void }>;
  vegaInterpreter?: unknown;
}

(() => {
  const found = document.querySelector('script#report-data');
  const libraries = window as unknown as Libraries;
  const { vegaEmbed, vegaInterpreter } = libraries;
  if (found === null || vegaEmbed === undefined) return;
  const data = JSON.parse(found.textContent ?? '') as ReportData;
  // Nothing else in the page needs them.
  for (const name of ['vega', 'vegaLite', 'vegaEmbed', 'vegaInterpreter'] as const) {
    delete libraries[name];
  }

  const reports = [...document.querySelectorAll<HTMLElement>('div.report')];
  const live = new Map<HTMLElement, { finalize(): void; readonly width: number }>();

  /** A chart as wide as its place; panels as many beside each other as fit. */
  function fitted(spec: LiveSpec, width: number): LiveSpec {
    if (spec.facet === undefined) {
      const told = (one: { name: string; value: unknown }) =>
        one.name === 'outerWidth' ? { ...one, value: width } : one;
      const params = spec.params === undefined ? {} : { params: spec.params.map(told) };
      return { ...spec, ...params, width: 'container' };
    }
    const most = width < 420 ? 2 : width < 600 ? 3 : 4;
    // Panels made for two columns are twice as wide, so half as many fit.
    const columns = Math.max(1, Math.round((most * (spec.columns ?? 4)) / 4));
    const inner = Math.floor((width - 60 - (columns - 1) * 22) / columns);
    return { ...spec, columns, spec: { ...spec.spec, width: Math.max(90, inner) } };
  }

  async function draw(place: HTMLElement, lang: string): Promise<void> {
    const spec = data.charts[Number(place.dataset.chart)]?.[lang];
    if (spec === undefined || vegaEmbed === undefined) return;
    const target = document.createElement('div');
    target.className = 'live';
    target.style.minWidth = `${Number(place.dataset.width)}px`;
    const drawn = [...place.children];
    place.append(target);
    const width = target.clientWidth;
    try {
      const result = await vegaEmbed(target, fitted(spec, width), {
        mode: 'vega-lite',
        renderer: 'svg',
        config: data.config,
        ast: true,
        expr: vegaInterpreter,
        actions: false,
        defaultStyle: false,
        tooltip: { disableDefaultStyle: true },
      });
      live.get(place)?.finalize();
      live.set(place, { finalize: () => result.finalize(), width });
      for (const old of drawn) old.remove();
    } catch {
      target.remove(); // The drawing stays.
    }
  }

  /** One after the other, so that the page stays responsive. */
  async function drawAll(
    report: HTMLElement,
    again: (place: HTMLElement) => boolean,
  ): Promise<void> {
    for (const place of report.querySelectorAll<HTMLElement>('.chart')) {
      if (report.hidden) return;
      if (!live.has(place) || again(place)) await draw(place, report.lang);
    }
  }

  function show(lang: string): void {
    for (const report of reports) report.hidden = report.lang !== lang;
    for (const button of document.querySelectorAll<HTMLButtonElement>('.languages button')) {
      button.setAttribute('aria-pressed', String(button.lang === lang));
    }
    document.documentElement.lang = lang;
    document.title = data.titles[lang] ?? document.title;
    refresh();
  }

  /** Draws what is not drawn yet, and again what was drawn for another width. */
  function refresh(): void {
    const report = reports.find((one) => !one.hidden);
    if (report === undefined) return;
    void drawAll(report, (place) => {
      const width = (place.firstElementChild as HTMLElement | null)?.clientWidth ?? 0;
      return width > 0 && live.get(place)?.width !== width;
    });
  }

  let waiting = 0;
  window.addEventListener('resize', () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(refresh, 200);
  });

  const closed = new Set<HTMLDetailsElement>();
  window.addEventListener('beforeprint', () => {
    for (const one of document.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
      closed.add(one);
      one.open = true;
    }
  });
  window.addEventListener('afterprint', () => {
    for (const one of closed) one.open = false;
    closed.clear();
  });

  const languages = document.querySelector<HTMLElement>('.languages');
  if (languages !== null) {
    languages.hidden = false;
    languages.addEventListener('click', (event) => {
      const button = (event.target as Element).closest('button');
      if (button !== null) show(button.lang);
    });
  }
  refresh();
})();
