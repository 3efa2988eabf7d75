#include <fmt/format.h>

#include <iterator>

#include "base/check.hpp"
#include "base/match.hpp"
#include "pages/pages.hpp"

namespace triptych::pages {

namespace {

/// Points to two decimals, rounded half away from zero; never "-0.00".
std::string points(Length length) {
    const std::int64_t magnitude = length.units < 0 ? -length.units : length.units;
    const std::int64_t hundredths = (magnitude * 100 + Length::per_point / 2) / Length::per_point;
    const char* sign = length.units < 0 && hundredths != 0 ? "-" : "";
    return fmt::format("{}{}.{:02}", sign, hundredths / 100, hundredths % 100);
}

std::string point(Point at) { return points(at.x) + " " + points(at.y); }
std::string size(Size box) { return points(box.width) + " x " + points(box.height); }

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

std::string element_name(const Pages& pages, ElementId id) {
    if (id == ElementId::layout_artifact) return "layout";
    if (id == ElementId::pagination_artifact) return "pagination";
    if (pages.elements.empty()) return fmt::format("#{}", index(id));
    TRIPTYCH_CHECK(index(id) < pages.elements.size(), "an item of an unknown element");
    return fmt::format("{}#{}", name(pages.elements[index(id)].tag), index(id));
}

std::string content(const GlyphRun& run) {
    std::string out = fmt::format("text face {} size {} {} {}", index(run.face), points(run.size),
                                  css(run.colour), quoted(run.text));
    if (run.stretch != 65536) out += fmt::format(" stretch {}", run.stretch);
    if (run.beside) out += " beside";
    Length width;
    for (const Glyph& glyph : run.glyphs) width += Length{glyph.advance};
    return out + fmt::format(" width {}", points(width));
}

std::string content(const Picture& picture) {
    std::string out = fmt::format("picture {} {}", index(picture.media), size(picture.size));
    const auto& crop = picture.crop;
    if (crop.left > 0 || crop.top > 0 || crop.right > 0 || crop.bottom > 0)
        out += fmt::format(" crop {:.4f} {:.4f} {:.4f} {:.4f}", crop.left, crop.top, crop.right,
                           crop.bottom);
    return out;
}

std::string content(const Path& path) {
    std::string out = "path";
    if (path.fill) out += " fill " + css(*path.fill);
    if (path.stroke) out += " stroke " + css(*path.stroke) + " " + points(path.line_width);
    for (const Segment& segment : path.segments)
        out += std::visit(Match{[](const MoveTo& to) { return " M " + point(to.to); },
                                [](const LineTo& to) { return " L " + point(to.to); },
                                [](const CurveTo& to) {
                                    return " C " + point(to.control1) + " " + point(to.control2) +
                                           " " + point(to.to);
                                },
                                [](const ClosePath&) { return std::string(" Z"); }},
                          segment);
    return out;
}

std::string content(const LinkArea& link) {
    const std::string target =
        link.url.empty() ? std::string(link.neighbour) + "#" + std::string(link.destination)
                         : std::string(link.url);
    return fmt::format("link {} {} {}", size(link.size), quoted(target), quoted(link.description));
}

void dump_page(const Pages& pages, std::size_t at, std::string& out) {
    const Page& page = pages.pages[at];
    fmt::format_to(std::back_inserter(out), "page {} {} {}", at, quoted(page.label()),
                   size(page.size));
    if (page.bleed != Length{}) out += " bleed " + points(page.bleed);
    if (page.slug != Length{}) out += " slug " + points(page.slug);
    if (page.turn == Turn::half) out += " turned";
    out += '\n';
    for (const Item& item : page.items)
        fmt::format_to(std::back_inserter(out), "  {} {} {}{}\n", point(item.at),
                       element_name(pages, item.element),
                       item.orientation == Orientation::turned ? "turned " : "",
                       std::visit(Match{[](const GlyphRun& run) { return content(run); },
                                        [](const Picture& picture) { return content(picture); },
                                        [](const Path& path) { return content(path); },
                                        [](const LinkArea& link) { return content(link); }},
                                  item.content));
}

void dump_information(const Information& information, std::string& out) {
    const std::pair<const char*, const std::string&> fields[] = {
        {"title", information.title},       {"author", information.author},
        {"subject", information.subject},   {"keywords", information.keywords},
        {"language", information.language}, {"publisher", information.publisher},
        {"rights", information.rights}};
    for (const auto& [key, value] : fields)
        if (!value.empty()) out += fmt::format("{} {}\n", key, quoted(value));
    if (information.date) out += fmt::format("date {}\n", *information.date);
}

}  // namespace

std::string dump(const Pages& pages) {
    std::string out;
    dump_information(pages.information, out);
    if (pages.full_screen) out += "full-screen\n";
    if (pages.for_paper) out += "for paper\n";
    for (std::size_t i = 0; i < pages.pages.size(); ++i) dump_page(pages, i, out);
    for (const Bookmark& bookmark : pages.bookmarks)
        out += fmt::format("bookmark {} {} {}{}\n", bookmark.level, quoted(bookmark.title),
                           quoted("#" + bookmark.destination), bookmark.open ? "" : " closed");
    for (const Destination& destination : pages.destinations)
        out += fmt::format("destination {} page {} at {}\n", quoted(destination.name),
                           destination.page, point(destination.at));
    return out;
}

}  // namespace triptych::pages
