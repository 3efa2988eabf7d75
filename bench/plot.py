"""An SVG plot of cost against pages, on logarithmic scales."""

import math
from xml.sax.saxutils import escape

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 760, 420, 60, 20, 200, 50
COLOURS = ["#000091", "#c9191e", "#18753c", "#b34000", "#6e445a", "#0078f3", "#716043", "#3a3a3a"]


def ticks(low, high):
    """Powers of ten that cover both."""
    return [10.0 ** power for power in range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)]


def number(value):
    return f"{value:,.0f}" if value >= 1 else f"{value:g}"


class Plot:
    def __init__(self, xs, ys):
        self.xs, self.ys = ticks(min(xs), max(xs)), ticks(min(ys), max(ys))

    @staticmethod
    def along(value, scale, start, end):
        low, high = math.log10(scale[0]), math.log10(scale[-1])
        return start + (math.log10(value) - low) / (high - low) * (end - start)

    def x(self, value):
        return self.along(value, self.xs, LEFT, WIDTH - RIGHT)

    def y(self, value):
        return self.along(value, self.ys, HEIGHT - BOTTOM, TOP)


def grid(plot, labels):
    for value in plot.xs:
        yield f'<path d="M{plot.x(value):.1f} {TOP}V{HEIGHT - BOTTOM}"/>'
        yield f'<text x="{plot.x(value):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{number(value)}</text>'
    for value in plot.ys:
        yield f'<path d="M{LEFT} {plot.y(value):.1f}H{WIDTH - RIGHT}"/>'
        yield f'<text x="{LEFT - 8}" y="{plot.y(value) + 4:.1f}" text-anchor="end">{number(value)}</text>'
    yield f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 10}" text-anchor="middle">{escape(labels[0])}</text>'
    yield (f'<text transform="translate(14 {(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" '
           f'text-anchor="middle">{escape(labels[1])}</text>')


def line(plot, name, points, colour, label_y):
    steps = " ".join(f"{plot.x(x):.1f},{plot.y(y):.1f}" for x, y in points)
    x, y = plot.x(points[-1][0]), plot.y(points[-1][1])
    yield f'<polyline points="{steps}" stroke="{colour}" fill="none" stroke-width="2"/>'
    for px, py in points:
        yield f'<circle cx="{plot.x(px):.1f}" cy="{plot.y(py):.1f}" r="3" fill="{colour}"/>'
    yield f'<path d="M{x + 5:.1f} {y:.1f}L{WIDTH - RIGHT + 8} {label_y - 4:.1f}" stroke="{colour}" stroke-opacity=".5"/>'
    yield f'<text x="{WIDTH - RIGHT + 12}" y="{label_y:.1f}" fill="{colour}">{escape(name)}</text>'


def svg(lines, labels):
    """`lines`: name to points (x, y); `labels`: of the axes."""
    plot = Plot([x for points in lines.values() for x, _ in points], [y for points in lines.values() for _, y in points])
    wanted = sorted(lines, key=lambda name: plot.y(lines[name][-1][1]))
    places, floor = {}, TOP
    for name in wanted:
        floor = places[name] = max(plot.y(lines[name][-1][1]) + 4, floor + 16)
    body = list(grid(plot, labels))
    for index, (name, points) in enumerate(lines.items()):
        body += line(plot, name, points, COLOURS[index % len(COLOURS)], places[name])
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            f'aria-label="{escape(labels[1])} / {escape(labels[0])}" font-family="sans-serif" font-size="12">\n'
            f'<rect width="100%" height="100%" fill="#fff"/>\n<g stroke="#ddd" stroke-width="1">\n'
            + "\n".join(part for part in body if part.startswith('<path d="M') and "stroke=" not in part)
            + "\n</g>\n" + "\n".join(part for part in body if not (part.startswith('<path d="M') and "stroke=" not in part))
            + "\n</svg>\n")
