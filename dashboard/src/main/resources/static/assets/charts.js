// Draws the panels' charts from the JSON in data-chart, in the theme's colours. Amounts arrive as
// exact decimal strings with their text; they become numbers only here, to place pixels.
const perennialCharts = (() => {
  'use strict';

  const mounted = new Map();
  const still = matchMedia('(prefers-reduced-motion: reduce)');

  function tokens() {
    const style = getComputedStyle(document.documentElement);
    const token = (name) => style.getPropertyValue(`--${name}`).trim();
    return {
      text: token('text'), muted: token('text-muted'), line: token('line'), card: token('card'),
      accent: token('accent'), accentSoft: token('accent-soft'), quiet: token('quiet'),
      palette: Array.from({ length: 9 }, (_, index) => token(`c${index}`)),
      font: token('font'),
    };
  }

  const number = (figure) => Number(figure.value);

  function compact(value) {
    return new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 }).format(value);
  }

  function tooltip(theme, formatter) {
    // Rich text is drawn on the canvas: HTML tooltips would need inline styles, which the policy forbids.
    return {
      renderMode: 'richText', confine: true, backgroundColor: theme.card, borderColor: theme.line,
      borderWidth: 1, padding: [8, 12], formatter,
      textStyle: { color: theme.text, fontFamily: theme.font, fontSize: 12, lineHeight: 18 },
    };
  }

  function axis(theme, extra) {
    return {
      axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { color: theme.muted, fontFamily: theme.font, fontSize: 11, ...extra },
      splitLine: { lineStyle: { color: theme.line, type: 'dashed' } },
    };
  }

  // Braces mark styles in rich text; a name with one is shown without it.
  const plain = (text) => text.replace(/[{}|]/g, ' ');

  const kinds = {
    daily(data, theme) {
      const [now, before] = data.series;
      return {
        grid: { left: 4, right: 12, top: 12, bottom: 4, containLabel: true },
        tooltip: {
          trigger: 'axis',
          ...tooltip(theme, (points) => {
            const day = points[0].dataIndex;
            return [before, now].filter((series) => series.points[day])
              .map((series) => `${day + 1} ${series.name}  ${series.points[day].text}`).join('\n');
          }),
          axisPointer: { type: 'line', lineStyle: { color: theme.quiet, width: 1 } },
        },
        xAxis: { type: 'category', data: data.days, boundaryGap: false, ...axis(theme, { interval: (index) => index === 0 || (index + 1) % 5 === 0 }) },
        yAxis: { type: 'value', splitNumber: 3, ...axis(theme, { formatter: compact }) },
        series: [
          { name: before.name, type: 'line', step: 'end', emphasis: { disabled: true }, symbol: 'none', data: before.points.map(number), lineStyle: { color: theme.quiet, width: 1.5, type: [4, 4] }, itemStyle: { color: theme.quiet }, z: 1 },
          { name: now.name, type: 'line', step: 'end', emphasis: { disabled: true }, symbol: 'circle', symbolSize: 8, showSymbol: false, data: now.points.map(number), lineStyle: { color: theme.accent, width: 2.5 }, itemStyle: { color: theme.accent, borderColor: theme.card, borderWidth: 2 }, areaStyle: { color: theme.accentSoft }, z: 2,
            markPoint: { silent: true, symbol: 'circle', symbolSize: 9, label: { show: false }, itemStyle: { color: theme.accent, borderColor: theme.card, borderWidth: 2 }, data: [{ coord: [now.points.length - 1, number(now.points[now.points.length - 1])] }] } },
        ],
      };
    },

    categories(data, theme) {
      return {
        tooltip: { trigger: 'item', ...tooltip(theme, (point) => `${plain(point.name)}\n${data.slices[point.dataIndex].figure.text}  ${data.slices[point.dataIndex].share}%`) },
        series: [{
          type: 'pie', radius: ['68%', '92%'], padAngle: data.slices.length > 1 ? 2 : 0, label: { show: false }, emphasis: { scaleSize: 3 },
          itemStyle: { borderRadius: 4 },
          data: data.slices.map((slice) => ({ name: slice.name, value: number(slice.figure), itemStyle: { color: theme.palette[slice.colour] } })),
        }],
      };
    },

    trend(data, theme) {
      const last = data.months.length - 1;
      return {
        grid: { left: 4, right: 4, top: 12, bottom: 4, containLabel: true },
        tooltip: {
          trigger: 'axis', axisPointer: { type: 'shadow', shadowStyle: { color: theme.line, opacity: 0.5 } },
          ...tooltip(theme, (points) => {
            const month = points[0].dataIndex;
            const lines = data.series.filter((series) => number(series.points[month]) !== 0)
              .map((series) => `${plain(series.name)}  ${series.points[month].text}`);
            return [`${data.months[month]}${month === last ? ' so far' : ''}  ${data.totals[month].text}`, ...lines].join('\n');
          }),
        },
        xAxis: { type: 'category', data: data.months, ...axis(theme, { hideOverlap: true }) },
        yAxis: { type: 'value', splitNumber: 3, ...axis(theme, { formatter: compact }) },
        series: data.series.map((series) => ({
          name: series.name, type: 'bar', stack: 'spend', emphasis: { disabled: true }, barMaxWidth: 28, barCategoryGap: '36%',
          itemStyle: { color: theme.palette[series.colour], borderColor: theme.card, borderWidth: 0.5, borderRadius: 2 },
          data: series.points.map((point, month) => (month === last ? { value: number(point), itemStyle: { opacity: 0.55 } } : number(point))),
        })),
      };
    },

    forecast(data, theme) {
      const bars = (name, points, look) => ({
        name, type: 'bar', stack: 'due', emphasis: { disabled: true }, barMaxWidth: 28, barCategoryGap: '36%',
        itemStyle: { borderRadius: 2, ...look }, data: points.map((point) => number(point) || null), // Of nothing not even its border.
      });
      return {
        grid: { left: 4, right: 14, top: 12, bottom: 4, containLabel: true },
        tooltip: {
          trigger: 'axis', axisPointer: { type: 'shadow', shadowStyle: { color: theme.line, opacity: 0.5 } },
          ...tooltip(theme, (points) => {
            const month = points[0].dataIndex;
            const estimated = data.estimated[month];
            return [`${data.months[month]}${month === 0 ? ' from today' : ''}  ${data.totals[month].text}`,
              ...(number(estimated) ? [`of it estimated  ${estimated.text}`] : [])].join('\n');
          }),
        },
        xAxis: { type: 'category', data: data.months, ...axis(theme, { hideOverlap: true }) },
        yAxis: { type: 'value', splitNumber: 3, ...axis(theme, { formatter: compact }) },
        series: [
          bars('Agreed', data.agreed, { color: theme.accent }),
          bars('Estimated', data.estimated, { color: theme.accentSoft, borderColor: theme.accent, borderWidth: 1, borderType: 'dashed' }),
        ],
      };
    },
  };

  function draw(element, chart, animate) {
    const data = JSON.parse(element.dataset.chart);
    chart.setOption({ animation: animate && !still.matches, animationDuration: 500, textStyle: { fontFamily: tokens().font }, ...kinds[data.kind](data, tokens()) }, true);
  }

  const resized = new ResizeObserver((entries) => entries.forEach(({ target }) => mounted.get(target)?.resize()));

  /** Draws the panel's charts; those whose elements left the page are given back. */
  function mount(panel) {
    mounted.forEach((chart, element) => {
      if (!element.isConnected) {
        resized.unobserve(element);
        chart.dispose();
        mounted.delete(element);
      }
    });
    panel.querySelectorAll('[data-chart]').forEach((element) => {
      const chart = echarts.init(element, null, { renderer: 'canvas' });
      mounted.set(element, chart);
      draw(element, chart, panel.dataset.drawn !== 'true');
      resized.observe(element);
    });
    panel.dataset.drawn = 'true';
  }

  function retheme() {
    mounted.forEach((chart, element) => draw(element, chart, false));
  }

  return { mount, retheme };
})();
