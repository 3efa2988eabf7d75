#include "doc/typography/passage.hpp"

#include "base/text.hpp"

namespace triptych::doc::typography {

std::string_view name(Rule rule) {
    switch (rule) {
        case Rule::none:
            return "none";
        case Rule::apostrophe:
            return "apostrophe";
        case Rule::ellipsis:
            return "ellipsis";
        case Rule::dash:
            return "dash";
        case Rule::quotation_marks:
            return "quotation-marks";
        case Rule::space_in_guillemets:
            return "space-in-guillemets";
        case Rule::space_before_mark:
            return "space-before-mark";
        case Rule::space_before_unit:
            return "space-before-unit";
        case Rule::digit_groups:
            return "digit-groups";
        case Rule::date:
            return "date";
        case Rule::abbreviation:
            return "abbreviation";
        case Rule::ordinal:
            break;
    }
    return "ordinal";
}

void Passage::clear() {
    codes_.clear();
    nodes_.clear();
    signs_.clear();
    edits_.clear();
    changed_ = false;
}

void Passage::lock(std::size_t begin, std::size_t end) {
    for (; begin < end; ++begin) edits_[begin].locked = true;
}

Passage::Edit& Passage::change(std::size_t at, Rule rule) {
    changed_ = true;
    edits_[at].rule = rule;
    return edits_[at];
}

void Passage::replace(std::size_t at, char32_t code, Rule rule) {
    if (code != shown(at)) change(at, rule).to = code;
}

void Passage::remove(std::size_t at, Rule rule) { change(at, rule).removed = true; }

void Passage::insert_before(std::size_t at, char32_t code, Rule rule) {
    change(at, rule).before = code;
}

void Passage::insert_after(std::size_t at, char32_t code, Rule rule) {
    change(at, rule).after = code;
}

void Passage::raise(std::size_t at, Rule rule) { change(at, rule).raised = true; }

std::size_t Passage::spaces_before(std::size_t at) const {
    std::size_t count = 0;
    while (count < at && is_space(written(at - count - 1))) ++count;
    return count;
}

std::size_t Passage::spaces_from(std::size_t at) const {
    std::size_t count = 0;
    while (is_space(written(at + count))) ++count;
    return count;
}

void Passage::set_space(std::size_t begin, std::size_t count, char32_t space, Rule rule) {
    if (edits_[begin].removed) return;
    replace(begin, space, rule);
    for (std::size_t at = begin + 1; at < begin + count; ++at) remove(at, rule);
}

std::string Passage::written_text(std::size_t begin, std::size_t end) const {
    std::string out;
    for (; begin < end; ++begin) text::append_code_point(out, codes_[begin]);
    return out;
}

std::string Passage::shown_text(std::size_t begin, std::size_t end) const {
    std::string out;
    for (; begin < end; ++begin) {
        const Edit& edit = edits_[begin];
        if (edit.before != edge) text::append_code_point(out, edit.before);
        if (!edit.removed) text::append_code_point(out, shown(begin));
        if (edit.after != edge) text::append_code_point(out, edit.after);
    }
    return out;
}

}  // namespace triptych::doc::typography
