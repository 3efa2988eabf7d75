#include "svg/text_shapes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "base/xml.hpp"
#include "svg/allowed.hpp"
#include "svg/faces.hpp"
#include "svg/labels.hpp"
#include "svg/letters.hpp"
#include "svg/values.hpp"

namespace triptych::svg {
namespace {

/// Glyphs of one path: a path with many is drawn slowly.
constexpr std::size_t glyphs_in_path = 64;
/// Characters of one drawing that are drawn.
constexpr std::size_t most_characters = 40'000;

/// A glyph with its place on the page.
struct SetGlyph {
    PlacedGlyph glyph;
    double x = 0, y = 0, size = 0, turn = 0;
    std::size_t span = 0;
};

/// Sets the letters of one `text`.
class Setter {
public:
    Setter(const std::vector<Span>& spans, const Setting& setting, std::string& missing)
        : spans_(spans), setting_(setting), missing_(missing) {}

    std::vector<SetGlyph> set(pugi::xml_node text, const std::vector<Letter>& letters) {
        for (std::size_t i = 0; i < letters.size();) {
            std::size_t end = i + 1;
            while (end < letters.size() && !letters[end].x && !letters[end].y) ++end;
            chunk(text, letters, i, end);
            i = end;
        }
        return std::move(out_);
    }

private:
    /// Letters that stand beside each other, up to the next that has a place of its own.
    void chunk(pugi::xml_node text, const std::vector<Letter>& letters, std::size_t begin,
               std::size_t end) {
        if (letters[begin].x) x_ = *letters[begin].x;
        if (letters[begin].y) y_ = *letters[begin].y;
        const double start = x_;
        const std::size_t first = out_.size();
        for (std::size_t i = begin; i < end;) {
            std::size_t next = i + 1;
            while (next < end && letters[next].span == letters[i].span && letters[next].dx == 0 &&
                   letters[next].dy == 0 && letters[next].turn == letters[i].turn)
                ++next;
            run(letters, i, next);
            i = next;
        }
        fill(text, letters, begin, end, first, start);
        const auto anchor = inherited(spans_[letters[begin].span].node, "text-anchor");
        const bool right_to_left = spans_[letters[begin].span].style.right_to_left;
        const bool at_end = right_to_left ? anchor != "middle" && anchor != "end" : anchor == "end";
        const double back = anchor == "middle" ? (x_ - start) / 2 : at_end ? x_ - start : 0;
        for (std::size_t i = first; i < out_.size(); ++i) out_[i].x -= back;
        x_ -= back;
    }

    void run(const std::vector<Letter>& letters, std::size_t begin, std::size_t end) {
        const auto& span = spans_[letters[begin].span];
        std::string text;
        for (std::size_t i = begin; i < end; ++i) text::append_code_point(text, letters[i].code);
        x_ += letters[begin].dx;
        y_ += letters[begin].dy;
        if (span.hidden) return;
        for (const auto& glyph : shape(text, span.style, setting_, missing_)) {
            out_.push_back({glyph, x_ + glyph.x, y_ + glyph.y + span.shift + rise(span, glyph.face),
                            span.style.size, letters[begin].turn, letters[begin].span});
            x_ += glyph.advance + span.letter_space;
            if (glyph.cluster < text.size() && text[glyph.cluster] == ' ') x_ += span.word_space;
        }
    }

    /// How far down the letters go so that their `dominant-baseline` is on the line.
    double rise(const Span& span, FaceId face) const {
        const auto& metrics = setting_.fonts->metrics(face);
        const double unit = span.style.size / std::max(metrics.units_per_em, 1);
        const std::string_view on = span.baseline;
        if (on == "middle") return metrics.x_height * unit / 2;
        if (on == "central" || on == "mathematical")
            return (metrics.ascender + metrics.descender) * unit / 2;
        if (on == "hanging") return metrics.ascender * unit * 0.8;
        if (on.ends_with("before-edge")) return metrics.ascender * unit;
        if (on.ends_with("after-edge") || on == "ideographic") return metrics.descender * unit;
        return 0;
    }

    /// `textLength` of the text or of the one element that has all of the chunk.
    void fill(pugi::xml_node text, const std::vector<Letter>& letters, std::size_t begin,
              std::size_t end, std::size_t first, double start) {
        auto owner = spans_[letters[begin].span].node;
        if (letters[begin].span != letters[end - 1].span || !owner.attribute("textLength"))
            owner = text;
        const auto wanted = number(owner.attribute("textLength").value());
        const double width = x_ - start;
        const std::size_t count = out_.size() - first;
        const bool whole = owner != text || (begin == 0 && end == letters.size());
        if (!wanted || *wanted <= 0 || count < 2 || width <= 0 || !whole) return;
        const double gap = (*wanted - width) / static_cast<double>(count - 1);
        for (std::size_t i = 1; i < count; ++i) out_[first + i].x += gap * static_cast<double>(i);
        x_ = start + *wanted;
    }

    const std::vector<Span>& spans_;
    const Setting& setting_;
    std::string& missing_;
    std::vector<SetGlyph> out_;
    double x_ = 0, y_ = 0;
};

/// Appends paths to the group that takes the place of a text.
class Outliner {
public:
    Outliner(pugi::xml_node group, const std::vector<Span>& spans, const Setting& setting)
        : group_(group), spans_(spans), setting_(setting) {}

    void draw(const std::vector<SetGlyph>& glyphs) {
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            const auto& glyph = glyphs[i];
            if (i > 0 && (glyph.span != glyphs[i - 1].span || count_ >= glyphs_in_path)) flush();
            span_ = glyph.span;
            outline(glyph);
            ++count_;
            const bool last = i + 1 == glyphs.size() || glyphs[i + 1].span != glyph.span;
            line(glyph, glyph.glyph.advance, last);
        }
        flush();
    }

private:
    void point(const SetGlyph& glyph, double scale, font::OutlineCommand::Point at) {
        const double x = at.x * scale, y = -at.y * scale;
        const double turn = glyph.turn * 3.14159265358979323846 / 180;
        const double turned_x = glyph.turn == 0 ? x : x * std::cos(turn) - y * std::sin(turn);
        const double turned_y = glyph.turn == 0 ? y : x * std::sin(turn) + y * std::cos(turn);
        fmt::format_to(std::back_inserter(data_), "{:.6g} {:.6g} ", rounded(glyph.x + turned_x),
                       rounded(glyph.y + turned_y));
    }
    /// To a thousandth of the size of the letters: finer than anything that is printed.
    double rounded(double value) const {
        const double step = std::pow(10, std::floor(std::log10(std::max(size_, 1e-3))) - 3);
        return std::round(value / step) * step;
    }

    void outline(const SetGlyph& glyph) {
        size_ = glyph.size;
        const auto& metrics = setting_.fonts->metrics(glyph.glyph.face);
        const double scale = glyph.size / std::max(metrics.units_per_em, 1);
        bool open = false;
        for (const auto& step : setting_.fonts->outline(glyph.glyph.face, glyph.glyph.id)) {
            using Kind = font::OutlineCommand::Kind;
            if (step.kind == Kind::move && open) data_ += "Z";
            data_ += step.kind == Kind::move ? 'M' : step.kind == Kind::line ? 'L' : 'C';
            open = true;
            const std::size_t points = step.kind == Kind::curve ? 3 : 1;
            for (std::size_t i = 0; i < points; ++i) point(glyph, scale, step.points[i]);
        }
        if (open) data_ += "Z";
    }

    /// Lines under and through the text reach from the first glyph of a span to its last.
    void line(const SetGlyph& glyph, double advance, bool last) {
        const auto& span = spans_[glyph.span];
        if (!span.underline && !span.line_through) return;
        if (!line_from_) line_from_ = glyph.x;
        if (!last) return;
        const double from = *std::exchange(line_from_, std::nullopt), to = glyph.x + advance;
        const double thick = glyph.size / 16;
        const auto bar = [&](double y) {
            data_ +=
                fmt::format("M{:.6g} {:.6g}H{:.6g}V{:.6g}H{:.6g}Z", from, y, to, y + thick, from);
        };
        if (span.underline) bar(glyph.y + glyph.size / 10);
        if (span.line_through) bar(glyph.y - glyph.size * 0.3);
    }

    void flush() {
        count_ = 0;
        if (data_.empty()) return;
        auto path = group_.append_child("path");
        const auto* rule = find_element("path");
        for (auto node = spans_[span_].node; std::string_view(node.name()) == "tspan";
             node = node.parent())
            for (const auto attribute : node.attributes())
                if (has_property(*rule, attribute.name()) && !path.attribute(attribute.name()))
                    path.append_copy(attribute);
        path.append_attribute("d").set_value(std::exchange(data_, {}).c_str());
    }

    pugi::xml_node group_;
    const std::vector<Span>& spans_;
    const Setting& setting_;
    std::string data_;
    std::size_t span_ = 0, count_ = 0;
    double size_ = 16;
    std::optional<double> line_from_;
};

void collect_texts(pugi::xml_node node, std::vector<pugi::xml_node>& out) {
    for (const auto child : node.children())
        if (std::string_view(child.name()) == "text")
            out.push_back(child);
        else
            collect_texts(child, out);
}

/// In a clip path there may be no group: its paths stand in it themselves.
pugi::xml_node group_for(pugi::xml_node text) {
    auto group = text.parent().insert_child_before("g", text);
    for (const auto attribute : text.attributes()) {
        const std::string_view name = attribute.name();
        if (name == "id" || name == "transform" || name == "style" ||
            has_property(*find_element("g"), name))
            group.append_copy(attribute);
    }
    // Text has no vertices to mark, and its outlines overlap.
    for (const char* name : {"marker-start", "marker-mid", "marker-end"})
        if (!inherited(text, name).empty()) xml::set_attribute(group, name, "none");
    if (!inherited(text, "fill-rule").empty()) xml::set_attribute(group, "fill-rule", "nonzero");
    return group;
}

/// Clip paths hold shapes only: the paths of a text go there one by one, with its transformation.
void spread(pugi::xml_node group) {
    auto clip = group.parent();
    for (auto path = group.first_child(); path; path = path.next_sibling()) {
        auto copy = clip.insert_copy_before(path, group);
        if (const auto transform = group.attribute("transform")) copy.append_copy(transform);
    }
    clip.remove_child(group);
}

}  // namespace

void draw_text(pugi::xml_node root, const Setting& setting, std::vector<Finding>& findings) {
    std::vector<pugi::xml_node> texts;
    collect_texts(root, texts);
    std::string missing;
    std::size_t left = most_characters;
    for (const auto text : texts) {
        const auto [spans, letters] = parts_of(text);
        const bool fits = setting.fonts && letters.size() <= left;
        if (fits) {
            left -= letters.size();
            const auto glyphs = Setter(spans, setting, missing).set(text, letters);
            auto group = group_for(text);
            Outliner(group, spans, setting).draw(glyphs);
            if (std::string_view(text.parent().name()) == "clipPath") spread(group);
        } else if (!letters.empty()) {
            findings.push_back({Finding::Kind::lost_text, say("text of it is not drawn")});
        }
        text.parent().remove_child(text);
    }
    if (!missing.empty())
        findings.push_back({Finding::Kind::lost_text,
                            say("no font has the letters of “{}”", missing.substr(0, 80))});
}

}  // namespace triptych::svg
