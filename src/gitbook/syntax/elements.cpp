#include "gitbook/syntax/elements.hpp"

#include <algorithm>
#include <iterator>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"

namespace triptych::gitbook {
namespace {

// In byte order, for binary search: elements of HTML, also of its past, of SVG and of MathML.
constexpr std::string_view elements[] = {
    // clang-format off
    "a", "abbr", "acronym", "address", "animate", "animatemotion", "animatetransform", "annotation",
    "annotation-xml", "applet", "area", "article", "aside", "audio", "b", "base", "basefont", "bdi",
    "bdo", "bgsound", "big", "blink", "blockquote", "body", "br", "button", "canvas", "caption",
    "center", "circle", "cite", "clippath", "code", "col", "colgroup", "data", "datalist", "dd",
    "defs", "del", "desc", "details", "dfn", "dialog", "dir", "div", "dl", "dt", "ellipse", "em",
    "embed", "feblend", "fecolormatrix", "fecomponenttransfer", "fecomposite", "feconvolvematrix",
    "fediffuselighting", "fedisplacementmap", "fedistantlight", "fedropshadow", "feflood",
    "fefunca", "fefuncb", "fefuncg", "fefuncr", "fegaussianblur", "feimage", "femerge",
    "femergenode", "femorphology", "feoffset", "fepointlight", "fespecularlighting", "fespotlight",
    "fetile", "feturbulence", "fieldset", "figcaption", "figure", "filter", "font", "footer",
    "foreignobject", "form", "frame", "frameset", "g", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hgroup", "hr", "html", "i", "iframe", "image", "img", "input", "ins", "isindex",
    "kbd", "keygen", "label", "legend", "li", "line", "lineargradient", "link", "listing",
    "maction", "main", "maligngroup", "malignmark", "map", "mark", "marker", "marquee", "mask",
    "math", "menclose", "menu", "menuitem", "merror", "meta", "metadata", "meter", "mfenced",
    "mfrac", "mglyph", "mi", "mlabeledtr", "mlongdiv", "mmultiscripts", "mn", "mo", "mover",
    "mpadded", "mpath", "mphantom", "mprescripts", "mroot", "mrow", "ms", "mscarries", "mscarry",
    "msgroup", "msline", "mspace", "msqrt", "msrow", "mstack", "mstyle", "msub", "msubsup", "msup",
    "mtable", "mtd", "mtext", "mtr", "multicol", "munder", "munderover", "nav", "nextid", "nobr",
    "noembed", "noframes", "none", "noscript", "object", "ol", "optgroup", "option", "output", "p",
    "param", "path", "pattern", "picture", "plaintext", "polygon", "polyline", "pre", "progress",
    "q", "radialgradient", "rb", "rect", "rp", "rt", "rtc", "ruby", "s", "samp", "script", "search",
    "section", "select", "selectedcontent", "semantics", "set", "slot", "small", "source", "spacer",
    "span", "stop", "strike", "strong", "style", "sub", "summary", "sup", "svg", "switch", "symbol",
    "table", "tbody", "td", "template", "text", "textarea", "textpath", "tfoot", "th", "thead",
    "time", "title", "tr", "track", "tspan", "tt", "u", "ul", "use", "var", "video", "view", "wbr",
    "xmp",
    // clang-format on
};

}  // namespace

std::string lower_ascii(std::string_view name) {
    std::string lower(name);
    for (char& c : lower) c = ascii::to_lower(c);
    return lower;
}

std::string upper_ascii(std::string_view name) {
    std::string upper(name);
    for (char& c : upper)
        if (ascii::is_lower(c)) c = static_cast<char>(c - 'a' + 'A');
    return upper;
}

std::string with_capital(std::string name) {
    if (!name.empty()) name.replace(0, 1, upper_ascii(name.substr(0, 1)));
    return name;
}

bool is_known_element(std::string_view name) {
    return std::binary_search(std::begin(elements), std::end(elements), name);
}

bool is_void_element(std::string_view name) {
    return is_one_of(name, {"area", "base", "br", "col", "embed", "hr", "img", "input", "link",
                            "meta", "param", "source", "track", "wbr"});
}

bool may_lack_end(std::string_view name) {
    return is_one_of(name, {"p",     "li",    "td",    "th",     "tr",       "dt",       "dd",
                            "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rp",
                            "rt",    "rb",    "html",  "body",   "head",     "caption"});
}

bool holds_only_html(std::string_view name) {
    return is_one_of(name,
                     {"table", "figure", "ul", "ol", "dl", "picture", "svg", "math", "pre", "style",
                      "script", "select", "video", "audio", "object", "canvas", "textarea"});
}

}  // namespace triptych::gitbook
