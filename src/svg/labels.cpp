#include "svg/labels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "base/xml.hpp"
#include "svg/allowed.hpp"
#include "svg/faces.hpp"
#include "svg/size.hpp"
#include "svg/values.hpp"

namespace triptych::svg {
namespace {

constexpr double line_height = 1.25;  ///< of the size
constexpr double slack = 0.95;        ///< readers may set the text in wider faces than ours

enum class Align { start, centre, end };

/// What the text around hands on.
struct Style {
    TextStyle text;
    std::string colour, ground;
    Align align = Align::start;
    bool wraps = true;
};
struct Piece {
    std::string text;
    TextStyle style;
};
using Line = std::vector<Piece>;

bool breaks_lines(std::string_view name) {
    return is_one_of(name, {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr",
                            "pre", "blockquote", "flowPara", "flowDiv"});
}

/// What shows something else than text.
bool shows_more(std::string_view name) {
    return is_one_of(name, {"img", "iframe", "object", "embed", "video", "audio", "input", "select",
                            "canvas", "script", "button", "form"});
}

/// Reads the lines of a label.
class Reader {
public:
    explicit Reader(const Cascade& cascade) : cascade_(cascade) {}

    void read(pugi::xml_node node, Style style, const Variables& outer) {
        const std::string_view written = node.name();
        const auto name = written.substr(written.find(':') + 1);
        if (shows_more(name)) more = true;
        if (shows_more(name) || name == "style" || name == "annotation" || name == "flowRegion")
            return;
        if (name == "br") return new_line();
        Variables here{&outer};
        apply(cascade_.of(node, here), name, style);
        if (breaks_lines(name)) end_line();
        for (const auto child : node.children()) {
            if (child.type() == pugi::node_element)
                read(child, style, here);
            else
                add(child.value(), style);
        }
        if (breaks_lines(name)) end_line();
    }

    std::vector<Line> take() {
        end_line();
        return std::move(lines_);
    }

    Style first;  ///< that of the first text
    bool more = false;

private:
    static void apply(const Properties& own, std::string_view name, Style& style) {
        if (name == "b" || name == "strong" || name == "th") style.text.weight = 700;
        if (name == "i" || name == "em") style.text.italic = true;
        const auto put = [&](const char* property, auto take) {
            if (const auto found = own.find(property); found != own.end()) take(found->second);
        };
        put("font-size",
            [&](const std::string& v) { style.text.size = size_of(v, style.text.size); });
        put("font-weight",
            [&](const std::string& v) { style.text.weight = weight_of(v, style.text.weight); });
        put("font-style", [&](const std::string& v) { style.text.italic = v != "normal"; });
        put("font-family", [&](const std::string& v) { style.text.family = v; });
        put("color", [&](const std::string& v) {
            if (const auto kept = kept_property("fill", v)) style.colour = *kept;
        });
        put("fill", [&](const std::string& v) {
            if (const auto kept = kept_property("fill", v); kept && name.starts_with("flow"))
                style.colour = *kept;
        });
        for (const char* ground : {"background", "background-color"})
            put(ground, [&](const std::string& v) {
                const auto kept = kept_property("fill", v);
                if (kept && *kept != "transparent" && *kept != "none") style.ground = *kept;
            });
        put("white-space",
            [&](const std::string& v) { style.wraps = v != "nowrap" && v != "pre"; });
        put("text-align", [&](const std::string& v) {
            style.align = v == "center"                ? Align::centre
                          : v == "right" || v == "end" ? Align::end
                                                       : Align::start;
        });
    }

    void add(std::string_view text, const Style& style) {
        auto shown = text::collapse_spaces(text);
        const bool begins = !text.empty() && static_cast<unsigned char>(text.front()) <= ' ';
        const bool ends = !text.empty() && static_cast<unsigned char>(text.back()) <= ' ';
        if (shown.empty()) {
            space_ = space_ || begins;
            return;
        }
        if (!any_) first = style;
        any_ = true;
        if (!line_.empty() && (begins || space_)) shown = " " + shown;
        space_ = ends;
        line_.push_back({std::move(shown), style.text});
    }
    void end_line() {
        if (!line_.empty()) new_line();
    }
    void new_line() {
        lines_.push_back(std::exchange(line_, {}));
        space_ = false;
    }

    const Cascade& cascade_;
    std::vector<Line> lines_;
    Line line_;
    bool any_ = false, space_ = false;
};

double width_of(const Line& line, const Setting& setting) {
    double width = 0;
    for (const auto& piece : line) width += svg::width_of(piece.text, piece.style, setting);
    return width;
}

/// The line broken at spaces so that no part is wider than `room`, single words apart.
std::vector<Line> wrapped(const Line& line, double room, const Setting& setting) {
    std::vector<Line> out(1);
    double used = 0;
    for (const auto& piece : line) {
        for (std::size_t at = 0; at < piece.text.size();) {
            const auto end = std::min(piece.text.find(' ', at + 1), piece.text.size());
            std::string word = piece.text.substr(at, end - at);
            const double width = svg::width_of(word, piece.style, setting);
            if (used > 0 && word.starts_with(' ') && used + width > room) {
                out.emplace_back();
                used = 0;
                word.erase(0, 1);
            }
            out.back().push_back({std::move(word), piece.style});
            used += width;
            at = end;
        }
    }
    return out;
}

/// Where lines go: `y` is that of the middle of all of them, or their top.
struct Frame {
    double x = 0, y = 0, width = 0, height = 0;
    Align align = Align::start;
    bool top = false;
};

double side(pugi::xml_node node, const char* name) {
    const std::string_view value = node.attribute(name).value();
    return value.ends_with('%') ? 0 : length(value, {}).value_or(0);
}

/// draw.io says where a label is by margins and padding inside a box that is as large as the page.
std::optional<Frame> flex_frame(pugi::xml_node source) {
    const auto css = parse_declarations(source.child("html:div").attribute("style").value());
    const auto said = [&](std::string_view name) -> std::string_view {
        const auto found = std::find_if(css.begin(), css.end(),
                                        [&](const Declaration& one) { return one.name == name; });
        return found == css.end() ? std::string_view() : found->value;
    };
    if (said("display") != "flex") return std::nullopt;
    Frame out{length(said("margin-left"), {}).value_or(0),
              length(said("padding-top"), {}).value_or(0),
              length(said("width"), {}).value_or(0),
              0,
              Align::start,
              false};
    const auto along = said("justify-content"), across = said("align-items");
    if (along.ends_with("center")) out.align = Align::centre;
    if (along.ends_with("end")) out.align = Align::end;
    out.top = across.ends_with("start");
    return out;
}

Frame frame_of(pugi::xml_node source, const Style& style) {
    if (const auto flex = flex_frame(source)) return *flex;
    const bool flows = std::string_view(source.name()) == "flowRoot";
    const auto box = flows ? source.child("flowRegion").first_child() : source;
    Frame out{side(box, "x"),      side(box, "y"), side(box, "width"),
              side(box, "height"), style.align,    flows};
    if (!flows) {
        // Labels of diagrams are as large as their text; all others begin at the top, like HTML.
        const bool tight = out.height > 0 && out.height < 8 * style.text.size;
        out.top = !tight;
        if (tight && out.align == Align::start && !style.wraps) out.align = Align::centre;
        if (tight) out.y += out.height / 2;
    }
    return out;
}

std::string in_units(double value) { return fmt::format("{:.6g}", value); }

void append_line(pugi::xml_node text, const Line& line, const TextStyle& usual, double x,
                 double y) {
    auto row = text.append_child("tspan");
    xml::set_attribute(row, "x", in_units(x));
    xml::set_attribute(row, "y", in_units(y));
    for (const auto& piece : line) {
        auto span = row;
        const bool other = piece.style.weight != usual.weight ||
                           piece.style.italic != usual.italic || piece.style.size != usual.size;
        if (other) {
            span = row.append_child("tspan");
            xml::set_attribute(span, "font-weight",
                               std::to_string((piece.style.weight + 50) / 100 * 100));
            xml::set_attribute(span, "font-style", piece.style.italic ? "italic" : "normal");
            xml::set_attribute(span, "font-size", in_units(piece.style.size));
        }
        xml::append_text(span, piece.text);
    }
}

void append_ground(pugi::xml_node parent, const Frame& frame, const Style& style, double width,
                   double height) {
    if (style.ground.empty()) return;
    auto box = parent.append_child("rect");
    const double across = frame.width > 0 ? std::max(frame.width, width) : width;
    xml::set_attribute(box, "x", in_units(frame.x + (frame.width - across) / 2));
    xml::set_attribute(box, "y", in_units(frame.top ? frame.y : frame.y - height / 2));
    xml::set_attribute(box, "width", in_units(across));
    xml::set_attribute(box, "height", in_units(height));
    xml::set_attribute(box, "fill", style.ground);
    xml::set_attribute(box, "stroke", "none");
}

void append_lines(pugi::xml_node parent, const std::vector<Line>& lines, const Frame& frame,
                  const Style& style, const Setting& setting) {
    const auto count = static_cast<double>(lines.size());
    const double size = style.text.size, step = size * line_height;
    double widest = 0;
    for (const auto& line : lines) widest = std::max(widest, width_of(line, setting));
    append_ground(parent, frame, style, widest, step * count);
    auto text = parent.append_child("text");
    xml::set_attribute(text, "font-size", in_units(size));
    xml::set_attribute(text, "font-weight", std::to_string((style.text.weight + 50) / 100 * 100));
    xml::set_attribute(text, "font-style", style.text.italic ? "italic" : "normal");
    if (const auto family = kept_property("font-family", style.text.family);
        family && !family->empty())
        xml::set_attribute(text, "font-family", *family);
    xml::set_attribute(text, "fill", style.colour);
    xml::set_attribute(text, "stroke", "none");
    xml::set_attribute(text, "text-anchor",
                       frame.align == Align::centre ? "middle"
                       : frame.align == Align::end  ? "end"
                                                    : "start");
    const double x = frame.align == Align::centre ? frame.x + frame.width / 2
                     : frame.align == Align::end  ? frame.x + frame.width
                                                  : frame.x;
    double y = (frame.top ? frame.y : frame.y - step * count / 2) + step / 2 + size * 0.35;
    for (const auto& line : lines) {
        append_line(text, line, style.text, x, y);
        y += step;
    }
}

Style style_around(pugi::xml_node parent) {
    Style out;
    out.text.size = size_of(inherited(parent, "font-size"), 16);
    out.text.family = inherited(parent, "font-family");
    out.text.weight = weight_of(inherited(parent, "font-weight"), 400);
    out.text.italic = inherited(parent, "font-style") == "italic";
    out.colour = inherited(parent, "color");
    if (out.colour.empty()) out.colour = "black";
    return out;
}

}  // namespace

std::string_view inherited(pugi::xml_node node, const char* name) {
    for (; node; node = node.parent())
        if (const auto own = node.attribute(name))
            if (const std::string_view value = own.value(); value != "inherit") return value;
    return {};
}

std::vector<Finding> append_label(pugi::xml_node source, pugi::xml_node parent,
                                  const Cascade& cascade, const Variables& outer,
                                  const Setting& setting) {
    Reader reader(cascade);
    reader.read(source, style_around(parent), outer);
    auto lines = reader.take();
    std::vector<Finding> findings;
    if (reader.more)
        findings.push_back(
            {Finding::Kind::unsafe, say("what is not text in a label of it is left out")});
    if (lines.empty()) return findings;
    const auto frame = frame_of(source, reader.first);
    std::vector<Line> set;
    for (const auto& line : lines) {
        const double room = frame.width * slack;
        const bool fits =
            !reader.first.wraps || frame.width <= 1 || width_of(line, setting) <= room;
        if (fits)
            set.push_back(line);
        else
            for (auto& part : wrapped(line, room, setting)) set.push_back(std::move(part));
    }
    append_lines(parent, set, frame, reader.first, setting);
    return findings;
}

}  // namespace triptych::svg
