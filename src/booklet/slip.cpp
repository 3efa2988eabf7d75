#include "booklet/slip.hpp"

#include <utility>

#include <fmt/format.h>

#include "booklet/chapter.hpp"
#include "booklet/impose.hpp"
#include "booklet/slip_words.hpp"
#include "booklet/text_box.hpp"
#include "typeset/inline/paragraph.hpp"

namespace triptych::booklet {
namespace {

constexpr auto untagged = pages::ElementId::layout_artifact;

/// Sheets of each gathering; the outermost sheet of one has depth 0.
std::vector<std::size_t> gatherings(const std::vector<SheetSide>& sides, Binding binding) {
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < sides.size(); i += 2) {
        const bool begins = binding != Binding::two_up && sides[i].depth == 0;
        if (begins || result.empty()) result.push_back(0);
        ++result.back();
    }
    return result;
}

/// The slip from the top of the left half down.
class SlipSetter {
public:
    SlipSetter(const style::Booklet& style, typeset::Context& context, Point at)
        : style_(style), context_(context), at_(at) {}

    void add(std::string text, style::Role role) {
        const style::BlockStyle& style = style_.medium[role];
        at_.y =
            put(set_text(std::move(text), style.text, style_.page.measure(), untagged, context_),
                at_, items_) +
            style.space_after;
    }

    void add_step(std::size_t number, std::string text) {
        const style::TextStyle& style = style_.medium[style::Role::list].text;
        const Length indent = style_.medium.list_indent;
        put(set_text(fmt::format("{}.", number), style, indent, untagged, context_), at_, items_);
        const Length measure = style_.page.measure() - indent;
        at_.y = put(set_text(std::move(text), style, measure, untagged, context_),
                    {at_.x + indent, at_.y}, items_) +
                style.leading / 2;
    }

    std::vector<pages::Item> take() { return std::move(items_); }

private:
    const style::Booklet& style_;
    typeset::Context& context_;
    Point at_;
    std::vector<pages::Item> items_;
};

}  // namespace

void add_slip(const doc::Book& book, const typeset::Resources& resources,
              const Imposition& imposition, pages::Pages& sheets, Diagnostics& diagnostics) {
    if (sheets.pages.empty()) return;
    typeset::Structure unused(pages::Tag::document);
    typeset::Context context = make_context({book, resources}, unused, diagnostics);
    const style::Booklet& style = resources.sheet.booklet;
    SlipWords words =
        slip_words(imposition,
                   gatherings(sheet_sides(sheets.pages.size() * 2, imposition), imposition.binding),
                   context.language);
    SlipSetter setter(style, context, {style.page.outer, style.page.top});
    setter.add(book.metadata.title, style::Role::caption);
    setter.add(std::move(words.title), style::Role::contents_title);
    setter.add(std::move(words.summary), style::Role::body);
    std::size_t number = 0;
    for (std::string& step : words.steps) setter.add_step(++number, std::move(step));
    pages::Page front, back;
    front.size = back.size = sheets.pages.front().size;
    front.items = setter.take();
    if (typeset::is_mirrored(context)) pages::mirror(front.items, front.size.width);
    sheets.pages.insert(sheets.pages.begin(), {std::move(front), std::move(back)});
}

}  // namespace triptych::booklet
