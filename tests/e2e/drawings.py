"""Sixty drawings as drawing programs write them, each program with its own ways. All were written for this test."""

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
PLACES = ((20, 20), (150, 20), (280, 20), (85, 120), (215, 120))


def boxes(draw, count=4):
    return "".join(draw(x, y, number) for number, (x, y) in enumerate(PLACES[:count]))


def lines(look, count=3):
    return "".join(f'<path d="M{x + 50} {y + 50}L{x + 60} {y + 100}" {look}/>' for x, y in PLACES[:count])


def label(x, y, words, more=""):
    return f'<text x="{x + 50}" y="{y + 30}" text-anchor="middle" {more}>{words}</text>'


def mermaid(kind):
    """Style sheet by id, labels in HTML, markers, a drop shadow."""
    style = ('<style>#m{font-family:"trebuchet ms",verdana,arial;font-size:14px;fill:#333;}#m .node rect{fill:#ECECFF;stroke:#9370DB;}'
             '#m .edge{stroke:#333333;stroke-width:2px;fill:none;}#m .label{color:#333;}#m .node .label foreignObject{overflow:visible;}'
             '#m .note{fill:#fff5ad;stroke:#aaaa33;}</style>')
    marker = ('<marker id="end" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">'
              '<path d="M0 0L10 5L0 10z" fill="#333"/></marker>')
    html = lambda x, y: (f'<g class="label"><foreignObject x="{x + 10}" y="{y + 14}" width="80" height="24">'
                         '<div xmlns="http://www.w3.org/1999/xhtml" style="display: table-cell; white-space: nowrap; text-align: center;'
                         ' width: 80px;"><span class="nodeLabel">Step</span></div></foreignObject></g>')
    draw = {
        "flow": lambda x, y, n: f'<g class="node"><rect x="{x}" y="{y}" width="100" height="50"/>{html(x, y)}</g>',
        "round": lambda x, y, n: f'<g class="node"><rect rx="20" x="{x}" y="{y}" width="100" height="50"/>{html(x, y)}</g>',
        "shadow": lambda x, y, n: f'<g class="node"><rect filter="url(#s)" x="{x}" y="{y}" width="100" height="50"/>{html(x, y)}</g>',
        "sequence": lambda x, y, n: (f'<rect x="{x}" y="{y}" width="100" height="50" fill="#eaeaea" stroke="#666"/>'
                                     f'<line x1="{x + 50}" y1="{y + 50}" x2="{x + 50}" y2="220" stroke="#999" stroke-dasharray="3 3"/>'
                                     + label(x, y, f"<tspan>Actor {n}</tspan>")),
        "class": lambda x, y, n: (f'<g class="node"><rect x="{x}" y="{y}" width="100" height="60"/><line class="edge" x1="{x}" '
                                  f'x2="{x + 100}" y1="{y + 25}" y2="{y + 25}"/></g>' + label(x, y - 12, f"Class{n}", 'font-weight="bold"')),
        "note": lambda x, y, n: f'<rect class="note" x="{x}" y="{y}" width="100" height="50"/>' + label(x, y, "Note"),
    }[kind]
    edges = lines('class="edge" marker-end="url(#end)"')
    shadow = '<filter id="s" height="130%" width="130%"><feDropShadow dx="4" dy="4" stdDeviation="0" flood-color="#000" flood-opacity="0.06"/></filter>'
    return SVG.format('id="m" width="100%" style="max-width: 400px;" viewBox="0 0 400 240" aria-roledescription="flowchart-v2"',
                      f'{style}<g>{marker}{shadow}{boxes(draw)}{edges}</g>')


def drawio(kind):
    """Switches with labels in HTML and words beside them, light-dark colours, half pixels."""
    switch = lambda x, y, words: (
        '<switch><foreignObject pointer-events="none" width="100%" height="100%" requiredFeatures='
        '"http://www.w3.org/TR/SVG11/feature#Extensibility" style="overflow: visible; text-align: left;">'
        f'<div xmlns="http://www.w3.org/1999/xhtml" style="display: flex; align-items: unsafe center; justify-content: unsafe center; '
        f'width: 98px; height: 1px; padding-top: {y + 26}px; margin-left: {x + 1}px;"><div style="box-sizing: border-box; font-size: 0px; '
        'text-align: center;"><div style="display: inline-block; font-size: 12px; font-family: Helvetica; color: rgb(0, 0, 0); '
        f'line-height: 1.2; white-space: normal;">{words}</div></div></div></foreignObject>'
        f'<text x="{x + 50}" y="{y + 30}" fill="rgb(0, 0, 0)" font-family="Helvetica" font-size="12px" text-anchor="middle">{words}</text></switch>')
    shape = {
        "box": lambda x, y: f'<rect x="{x}" y="{y}" width="100" height="50" fill="rgb(255, 255, 255)" stroke="rgb(0, 0, 0)" pointer-events="all"/>',
        "ellipse": lambda x, y: f'<ellipse cx="{x + 50}" cy="{y + 25}" rx="50" ry="25" fill="#dae8fc" stroke="#6c8ebf"/>',
        "rhombus": lambda x, y: f'<path d="M {x + 50} {y} L {x + 100} {y + 25} L {x + 50} {y + 50} L {x} {y + 25} Z" fill="#fff2cc" stroke="#d6b656"/>',
        "cylinder": lambda x, y: (f'<path d="M {x} {y + 10} C {x} {y - 4} {x + 100} {y - 4} {x + 100} {y + 10} L {x + 100} {y + 45} C {x + 100} {y + 58} '
                                  f'{x} {y + 58} {x} {y + 45} Z" fill="#d5e8d4" stroke="#82b366"/><path d="M {x} {y + 10} C {x} {y + 24} {x + 100} '
                                  f'{y + 24} {x + 100} {y + 10}" fill="none" stroke="#82b366"/>'),
        "swimlane": lambda x, y: (f'<path d="M {x} {y + 20} L {x} {y} L {x + 100} {y} L {x + 100} {y + 20}" fill="#e1d5e7" stroke="#9673a6"/>'
                                  f'<path d="M {x} {y + 20} L {x} {y + 60} L {x + 100} {y + 60} L {x + 100} {y + 20} Z" fill="none" stroke="#9673a6"/>'),
        "shadow": lambda x, y: (f'<rect x="{x}" y="{y}" width="100" height="50" rx="7.5" fill="#f8cecc" stroke="#b85450" '
                                'style="filter: drop-shadow(rgba(0, 0, 0, 0.25) 2px 3px 2px);"/>'),
    }[kind]
    return SVG.format('version="1.1" width="401px" height="241px" viewBox="-0.5 -0.5 401 241" style="background-color: rgb(255, 255, 255);"',
                      "<defs/><g>" + boxes(lambda x, y, n: f'<g>{shape(x, y)}</g><g>{switch(x, y, "Part " + str(n))}</g>')
                      + lines('fill="none" stroke="#000" stroke-miterlimit="10"') + "</g>")


def excalidraw(kind):
    """Lines by hand as many strokes, a font of its own, hatches cut by a mask."""
    rough = lambda x, y: "".join(f'<path d="M{x + d} {y - d} C{x + 30} {y + 2 * d}, {x + 70} {y - d}, {x + 100} {y + d} M{x + 100} {y} C{x + 101 + d} {y + 20}, '
                                 f'{x + 99} {y + 40}, {x + 100} {y + 50} M{x + 100} {y + 50 + d} C{x + 60} {y + 49}, {x + 40} {y + 51}, {x} {y + 50} '
                                 f'M{x} {y + 50} C{x - 1} {y + 30}, {x + 1} {y + 20}, {x} {y}" stroke="#1e1e1e" stroke-width="1.5" fill="none"/>' for d in (0, 1.2))
    hatch = lambda x, y: "".join(f'<path d="M{x + i * 10} {y + 50} L{x + i * 10 + 20} {y}" stroke="#ffc9c9" stroke-width="1"/>' for i in range(9))
    draw = {
        "plain": lambda x, y, n: rough(x, y),
        "hatch": lambda x, y, n: hatch(x, y) + rough(x, y),
        "solid": lambda x, y, n: f'<path d="M{x} {y} h100 v50 h-100 z" fill="#a5d8ff" stroke="none"/>' + rough(x, y),
        "masked": lambda x, y, n: f'<g mask="url(#k)">{hatch(x, y)}</g>' + rough(x, y),
        "faint": lambda x, y, n: f'<g stroke-linecap="round" opacity="0.5">{hatch(x, y)}{rough(x, y)}</g>',
        "turned": lambda x, y, n: f'<g transform="translate({x} {y}) rotate({4 * n} 50 25)">{rough(0, 0)}</g>',
    }[kind]
    words = boxes(lambda x, y, n: f'<g transform="translate({x + 20} {y + 12})"><text x="30" y="18" font-family="Virgil, Segoe UI Emoji" '
                  f'font-size="16px" fill="#1e1e1e" text-anchor="middle" style="white-space: pre;" direction="ltr" dominant-baseline="alphabetic">idea {n}</text></g>')
    return SVG.format('version="1.1" viewBox="0 0 400 240" width="400" height="240"',
                      "<!-- svg-source:excalidraw --><metadata></metadata><defs><style class=\"style-fonts\">@font-face { font-family: Virgil; "
                      "src: url(https://fonts.example.org/Virgil.woff2); }</style></defs>"
                      '<mask id="k"><rect x="0" y="0" width="500" height="340" fill="#fff"/><rect x="40" y="30" width="60" height="24" fill="#000"/></mask>'
                      f'<rect x="0" y="0" width="400" height="240" fill="#ffffff"/>{boxes(draw)}{words}')


def inkscape(kind):
    """Foreign elements and attributes, everything in `style`, gradients that lead to others, blurs."""
    style = "fill:{};fill-opacity:1;stroke:#1a1a1a;stroke-width:1.5;stroke-linejoin:round;stroke-miterlimit:4;stroke-dasharray:none"
    fill = {"gradient": "url(#b)", "radial": "url(#r)", "pattern": "url(#p)"}.get(kind, "#5fbcd3")
    extra = {"blur": ";filter:url(#f)", "dashes": ";stroke-dasharray:6,2", "layers": ";opacity:0.7"}.get(kind, "")
    draw = lambda x, y, n: (f'<rect style="{style.format(fill)}{extra}" id="rect{n}" width="100" height="50" x="{x}" y="{y}" inkscape:label="box"/>'
                            f'<text xml:space="preserve" style="font-size:13px;font-family:sans-serif;text-anchor:middle;fill:#000000" x="{x + 50}" y="{y + 30}">'
                            f'<tspan sodipodi:role="line" x="{x + 50}" y="{y + 30}">box {n}</tspan></text>')
    defs = ('<linearGradient id="a"><stop style="stop-color:#ff8080;stop-opacity:1" offset="0"/><stop style="stop-color:#8080ff" offset="1"/></linearGradient>'
            '<linearGradient id="b" xlink:href="#a" gradientUnits="objectBoundingBox"/><radialGradient id="r" xlink:href="#a" cx="0.5" cy="0.5" r="0.6"/>'
            '<pattern id="p" width="8" height="8" patternUnits="userSpaceOnUse"><path d="M0 0L8 8" style="stroke:#c87137;stroke-width:2"/></pattern>'
            '<filter id="f" x="-0.1" y="-0.1" width="1.2" height="1.2"><feGaussianBlur stdDeviation="1.5"/></filter>')
    return SVG.format('xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" '
                      'width="105.83333mm" height="63.5mm" viewBox="0 0 400 240" version="1.1"',
                      f'<sodipodi:namedview id="base" pagecolor="#ffffff"/><defs>{defs}</defs><g inkscape:groupmode="layer" id="layer1">{boxes(draw)}'
                      + lines('style="fill:none;stroke:#000000;stroke-width:1px"') + "</g>")


def illustrator(kind):
    """Classes in a style sheet, clips, symbols, numbers without blanks."""
    look = {"flat": ".c{fill:#e94e1b;}", "stroke": ".c{fill:none;stroke:#006633;stroke-miterlimit:10;stroke-width:4px;}",
            "evenodd": ".c{fill:#312783;fill-rule:evenodd;}", "multiply": ".c{fill:#f9b233;mix-blend-mode:multiply;opacity:.8;}",
            "clip": ".c{fill:#951b81;}.d{clip-path:url(#cut);}", "symbol": ".c{fill:#36a9e1;}"}[kind]
    def draw(x, y, n):
        path = f'<path class="c" d="M{x},{y}h100v50h-100zM{x + 20},{y + 12}v26h20v-26z"/>'
        if kind == "symbol":
            return f'<use xlink:href="#box" x="{x}" y="{y}" width="100" height="50"/>'
        return f'<g class="d">{path}</g>' if kind == "clip" else path
    return SVG.format('id="Ebene_1" data-name="Ebene 1" viewBox="0 0 400 240"',
                      f'<defs><style>{look}.t{{font-size:14px;font-family:MyriadPro-Regular, Myriad Pro;fill:#1d1d1b}}</style><clipPath id="cut">'
                      '<circle cx="190" cy="90" r="120"/></clipPath><symbol id="box" viewBox="0 0 100 50"><path class="c" d="M0,10,20,0H80l20,10V50H0Z"/></symbol></defs>'
                      f'<title>{kind}</title>{boxes(draw)}<text class="t" transform="translate(250 210)">Legend</text>')


def figma(kind):
    """Filters in many steps, clips around all, masks, gradients in the units of the page."""
    shadow = ('<filter id="f" x="-20" y="-20" width="440" height="280" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB">'
              '<feFlood flood-opacity="0" result="BackgroundImageFix"/><feColorMatrix in="SourceAlpha" type="matrix" '
              'values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0" result="hardAlpha"/><feOffset dy="4"/><feGaussianBlur stdDeviation="2"/>'
              '<feComposite in2="hardAlpha" operator="out"/><feColorMatrix type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.25 0"/>'
              '<feBlend mode="normal" in2="BackgroundImageFix" result="s"/><feBlend mode="normal" in="SourceGraphic" in2="s" result="shape"/></filter>')
    defs = (shadow + '<linearGradient id="g" x1="0" y1="0" x2="400" y2="240" gradientUnits="userSpaceOnUse"><stop stop-color="#7B61FF"/>'
            '<stop offset="1" stop-color="#7B61FF" stop-opacity="0.2"/></linearGradient><clipPath id="c"><rect width="400" height="240" fill="white"/></clipPath>')
    attributes = {"shadow": 'fill="white" filter="url(#f)"', "gradient": 'fill="url(#g)"', "outline": 'stroke="#0D99FF" stroke-width="2"',
                  "mask": 'fill="#14AE5C" mask="url(#m)"', "opacity": 'fill="#F24822" fill-opacity="0.4"', "inside": 'fill="#FFCD29" stroke="black" stroke-opacity="0.3"'}[kind]
    mask = '<mask id="m" style="mask-type:luminance" maskUnits="userSpaceOnUse" x="0" y="0" width="400" height="240"><path d="M0 0H400V150H0z" fill="#ccc"/></mask>'
    return SVG.format('width="400" height="240" viewBox="0 0 400 240" fill="none"',
                      f'<g clip-path="url(#c)"><rect width="400" height="240" fill="#F5F5F5"/>{mask}'
                      + boxes(lambda x, y, n: f'<rect x="{x}" y="{y}" width="100" height="50" rx="8" {attributes}/>') + f"</g><defs>{defs}</defs>")


def plantuml(kind):
    """Words stretched to a length, a filter with a large region, colours by name."""
    filtered = 'filter="url(#f1)"' if kind == "shadow" else ""
    words = lambda x, y, n: f'<text fill="#000000" font-family="sans-serif" font-size="13" lengthAdjust="spacing" textLength="60" x="{x + 20}" y="{y + 30}">User {n}</text>'
    shape = {"box": lambda x, y: f'<rect fill="#FEFECE" height="50" width="100" x="{x}" y="{y}" style="stroke: #A80036; stroke-width: 1.5;"/>',
             "shadow": lambda x, y: f'<rect fill="#FEFECE" {filtered} height="50" width="100" x="{x}" y="{y}" style="stroke: #A80036; stroke-width: 1.5;"/>',
             "actor": lambda x, y: (f'<ellipse cx="{x + 50}" cy="{y}" fill="#FEFECE" rx="8" ry="8" style="stroke: #A80036; stroke-width: 2.0;"/>'
                                    f'<path d="M{x + 50},{y + 8} L{x + 50},{y + 20} M{x + 37},{y + 12} L{x + 63},{y + 12}" fill="none" style="stroke: #A80036; stroke-width: 2.0;"/>'),
             "folder": lambda x, y: f'<polygon fill="#FFFFFF" points="{x},{y},{x + 40},{y},{x + 47},{y + 12},{x + 100},{y + 12},{x + 100},{y + 50},{x},{y + 50},{x},{y}" style="stroke: #000000; stroke-width: 1.5;"/>',
             "state": lambda x, y: f'<rect fill="#FEFECE" height="50" rx="12.5" ry="12.5" width="100" x="{x}" y="{y}" style="stroke: #A80036; stroke-width: 1.5;"/><line x1="{x}" x2="{x + 100}" y1="{y + 14}" y2="{y + 14}" style="stroke: #A80036;"/>',
             "salt": lambda x, y: f'<rect fill="none" height="50" width="100" x="{x}" y="{y}" style="stroke: black; stroke-width: 1.0; stroke-dasharray: 7.0,7.0;"/>'}[kind]
    return SVG.format('contentScriptType="application/ecmascript" contentStyleType="text/css" height="240px" preserveAspectRatio="none" '
                      'style="width:400px;height:240px;" version="1.1" viewBox="0 0 400 240" width="400px" zoomAndPan="magnify"',
                      '<defs><filter height="300%" id="f1" width="300%" x="-1" y="-1"><feGaussianBlur result="blurOut" stdDeviation="2.0"/>'
                      '<feColorMatrix in="blurOut" result="blurOut2" type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 .4 0"/>'
                      '<feOffset dx="4.0" dy="4.0" in="blurOut2" result="blurOut3"/><feBlend in="SourceGraphic" in2="blurOut3" mode="normal"/></filter></defs>'
                      "<g>" + boxes(lambda x, y, n: shape(x, y) + words(x, y, n)) + lines('style="stroke: #A80036; stroke-width: 1.0;"') + "</g>")


def graphviz(kind):
    """Points, a ground of its own, the plane turned over."""
    shape = {"ellipse": lambda x, y: f'<ellipse fill="none" stroke="black" cx="{x + 50}" cy="{y + 25}" rx="50" ry="25"/>',
             "box": lambda x, y: f'<polygon fill="lightgrey" stroke="black" points="{x},{y} {x + 100},{y} {x + 100},{y + 50} {x},{y + 50}"/>',
             "record": lambda x, y: f'<polygon fill="none" stroke="black" points="{x},{y} {x + 100},{y} {x + 100},{y + 50} {x},{y + 50}"/><polyline fill="none" stroke="black" points="{x + 50},{y} {x + 50},{y + 50}"/>',
             "dotted": lambda x, y: f'<ellipse fill="none" stroke="blue" stroke-dasharray="1,5" cx="{x + 50}" cy="{y + 25}" rx="50" ry="25"/>',
             "diamond": lambda x, y: f'<polygon fill="#ffdddd" stroke="red" points="{x + 50},{y} {x + 100},{y + 25} {x + 50},{y + 50} {x},{y + 25}"/>',
             "gradient": lambda x, y: f'<ellipse fill="url(#l_0)" stroke="transparent" cx="{x + 50}" cy="{y + 25}" rx="50" ry="25"/>'}[kind]
    words = lambda x, y, n: f'<text text-anchor="middle" x="{x + 50}" y="{y + 29}" font-family="Times,serif" font-size="14.00">n{n}</text>'
    return SVG.format('width="300pt" height="180pt" viewBox="0.00 0.00 400.00 240.00"',
                      '<defs><linearGradient id="l_0" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="400" y2="0"><stop offset="0" style="stop-color:yellow;stop-opacity:1.;"/>'
                      '<stop offset="1" style="stop-color:red;stop-opacity:1.;"/></linearGradient></defs>'
                      '<g id="graph0" class="graph" transform="scale(1 1) rotate(0) translate(0 240)"><title>G</title>'
                      '<polygon fill="white" stroke="transparent" points="0,0 0,-240 400,-240 400,0 0,0"/><g transform="translate(0 -240)">'
                      + boxes(lambda x, y, n: f'<g class="node"><title>n{n}</title>{shape(x, y)}{words(x, y, n)}</g>') + lines('fill="none" stroke="black"') + "</g></g>")


def d2(kind):
    """Style sheets inside, nested drawings, CSS variables."""
    fill = {"plain": "#E3E9FD", "variable": "var(--n, #E3E9FD)", "nested": "#F7F8FE", "mix": "#EDF0FD", "round": "#E3E9FD", "bold": "#0D32B2"}[kind]
    corner = 25 if kind == "round" else 0
    return SVG.format('data-d2-version="0.7" preserveAspectRatio="xMinYMin meet" viewBox="0 0 400 240"',
                      '<svg class="d2-1" width="400" height="240" viewBox="0 0 400 240"><rect x="0" y="0" width="400" height="240" fill="#FFFFFF"/>'
                      f'<style type="text/css"><![CDATA[:root{{--n:#cde;}}.d2-1 .text-bold{{font-family:"d2-bold";}}.d2-1 .fill-N1{{fill:#0A0F25;}}.b{{fill:{fill};stroke:#0D32B2;}}]]></style>'
                      + boxes(lambda x, y, n: f'<g><g class="shape"><rect x="{x}" y="{y}" width="100" height="50" rx="{corner}" class="b" style="stroke-width:2;"/></g>'
                              f'<text x="{x + 50}" y="{y + 30}" fill="{"#ffffff" if kind == "bold" else "#0A0F25"}" class="text-bold" style="text-anchor:middle;font-size:16px">d{n}</text></g>')
                      + lines('stroke="#0D32B2" fill="none" class="connection" style="stroke-width:2;"') + "</svg>")


def chart(kind):
    """What plotting libraries write: many small paths, clips, words turned."""
    draw = {"bars": lambda: "".join(f'<g><path d="M {40 + 30 * i} 200 h 20 v {-10 * (i * 7 % 11 + 3)} h -20 z" style="fill: #1f77b4"/></g>' for i in range(10)),
            "pie": lambda: '<path d="M200 110L200 30A80 80 0 0 1 276 135Z" fill="#ff7f0e"/><path d="M200 110L276 135A80 80 0 1 1 200 30Z" fill="#2ca02c"/>',
            "lines": lambda: f'<polyline clip-path="url(#p)" points="{" ".join(f"{40 + 10 * i},{190 - (i * i * 3) % 150}" for i in range(32))}" style="fill: none; stroke: #d62728; stroke-width: 1.5; stroke-linecap: square"/>',
            "dots": lambda: '<defs><path id="m" d="M0 3C.8 3 1.56 2.7 2.1 2.1 2.7 1.6 3 .8 3 0 3-1.7 1.7-3 0-3-1.7-3-3-1.7-3 0-3 1.7-1.7 3 0 3z"/></defs>' + "".join(f'<use xlink:href="#m" x="{40 + 11 * i}" y="{40 + (i * 37) % 150}" style="fill: #9467bd"/>' for i in range(30)),
            "area": lambda: '<path d="M40 200L80 120 140 150 200 60 260 100 360 40V200Z" fill="#17becf" fill-opacity=".5" stroke="#17becf"/>',
            "grid": lambda: "".join(f'<line x1="40" x2="360" y1="{40 + 20 * i}" y2="{40 + 20 * i}" stroke="#ccc" stroke-width=".8"/>' for i in range(9))}[kind]
    return SVG.format('width="400" height="240" viewBox="0 0 400 240" version="1.1"',
                      '<defs><clipPath id="p"><rect x="40" y="20" width="320" height="180"/></clipPath><style>*{stroke-linejoin: round; stroke-linecap: butt}</style></defs>'
                      f'<rect width="400" height="240" fill="white"/>{draw()}<path d="M40 20V200H360" fill="none" stroke="black"/>'
                      '<text transform="translate(25 120) rotate(-90)" text-anchor="middle" font-size="11" font-family="DejaVu Sans, sans-serif">value</text>')


KINDS = {
    mermaid: ("flow", "round", "shadow", "sequence", "class", "note"),
    drawio: ("box", "ellipse", "rhombus", "cylinder", "swimlane", "shadow"),
    excalidraw: ("plain", "hatch", "solid", "masked", "faint", "turned"),
    inkscape: ("gradient", "radial", "pattern", "blur", "dashes", "layers"),
    illustrator: ("flat", "stroke", "evenodd", "multiply", "clip", "symbol"),
    figma: ("shadow", "gradient", "outline", "mask", "opacity", "inside"),
    plantuml: ("box", "shadow", "actor", "folder", "state", "salt"),
    graphviz: ("ellipse", "box", "record", "dotted", "diamond", "gradient"),
    d2: ("plain", "variable", "nested", "mix", "round", "bold"),
    chart: ("bars", "pie", "lines", "dots", "area", "grid"),
}


def gallery():
    """Names and files, sixty of them."""
    return {f"{program.__name__}-{kind}": program(kind) for program, kinds in KINDS.items() for kind in kinds}
