#include "typeset/flow/long_listing.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/number_signs.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "doc/own_words.hpp"

namespace triptych::typeset {
namespace {

constexpr std::size_t longest_in_pages = 2, lines_of_foot = 8, lines_around = 4;
constexpr std::size_t longest_string = 200, kept_front = 120, kept_end = 40;

std::string cut_words(std::size_t left_out, const Context& context) {
    const std::string& site = context.book.metadata.site_url;
    const std::string count = grouped_number(left_out, context.language);
    const auto word = site.empty() ? Word::lines_left_out : Word::lines_online;
    return fmt::format(fmt::runtime(word_in(context.language, word)), count,
                       text::short_address(site));
}

}  // namespace

bool elides(const Flow& flow) {
    const Context& context = flow.context();
    return context.medium.listings == style::LongListings::cut && context.page_height.units > 0;
}

ListingCut cut_of(std::size_t lines, Flow& flow) {
    if (!elides(flow)) return {lines, 0, 0};
    const Length leading = flow.style(style::Role::code).text.leading;
    const auto a_page = static_cast<std::size_t>(flow.context().page_height.units /
                                                 std::max<std::int64_t>(1, leading.units));
    const std::size_t around = lines_of_foot + lines_around;
    if (a_page <= around * 2 || lines <= a_page * longest_in_pages) return {lines, 0, 0};
    ListingCut cut{a_page - around, 0, lines_of_foot};
    cut.left_out = lines - cut.head - cut.foot;
    flow.context().diagnostics.report(
        Kind::content_dropped, flow.block(),
        say("{} of {} lines of a listing are not printed", cut.left_out, lines),
        say("'listings: all' in the layout prints them"));
    return cut;
}

void add_cut_line(std::size_t left_out, const Column& column, Flow& flow) {
    flow.end_inside();
    add_text(doc::own_words(cut_words(left_out, flow.context()), flow.context().language),
             style::Role::caption, pages::Tag::paragraph, column, flow);
    flow.end_inside();
}

std::string elided(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t space = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, space - at);
        if (word.size() > longest_string) {
            result += word.substr(0, text::start_of_character(word, kept_front));
            result += "…";
            result += word.substr(text::start_of_character(word, word.size() - kept_end));
        } else {
            result += word;
        }
        if (space < text.size()) result += ' ';
        at = space + 1;
    }
    return result;
}

}  // namespace triptych::typeset
