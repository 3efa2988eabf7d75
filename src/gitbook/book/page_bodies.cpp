#include "gitbook/book/page_bodies.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/parallel.hpp"
#include "gitbook/book/included_files.hpp"
#include "gitbook/book/page_names.hpp"
#include "gitbook/convert/parse_body.hpp"

namespace triptych::gitbook {
namespace {

/// Bytes that included files, and values of variables, may add to a book.
constexpr std::size_t most_included_in_book = std::size_t{128} << 20U;
constexpr std::size_t most_expanded_in_book = std::size_t{8} << 20U;

class BodyReader {
public:
    BodyReader(std::vector<PageSource>& pages, const BodyContext& context, Diagnostics& diagnostics)
        : pages_(pages), context_(context), diagnostics_(diagnostics) {}

    void read() {
        IncludedFiles includes(context_.files, context_.index, context_.config.spaces);
        for (const PageSource& page : pages_)
            if (page.file != FileId::none)
                includes.add_page(page.entry.path, page.file, page.front.body_begin);
        for (PageSource& page : pages_)
            if (page.file != FileId::none)
                includes.collect(page.file, page.entry.space, context_.sources, page.diagnostics);
        report_unlisted(includes);
        const auto most_included = shares_of_included(includes);
        std::vector<Variables> shared;
        for (const Space& space : context_.config.spaces) shared.push_back(variables_of(space));
        const auto order = those_with_listings_first();
        const PageNames names(context_.index);
        const PageFinder find_page = [&](std::string_view name) { return names.find(name); };
        for_each_index(pages_.size(), context_.options.threads, [&](std::size_t i) {
            PageSource& page = pages_[order[i]];
            if (page.file == FileId::none) return;
            const auto load = [&](std::string_view path, FileId from) {
                return includes.find(path, context_.sources.name(from), page.entry.space,
                                     context_.sources);
            };
            const auto obstacle = [&](std::string_view path, FileId from) {
                return includes.obstacle(path, context_.sources.name(from), page.entry.space);
            };
            const Space& space = context_.config.spaces[page.entry.space];
            const Dialect dialect = space.dialect;
            const bool all = context_.options.selection.conditional == ConditionalBlocks::show_all;
            const BodyOptions options{variables_of(page, shared[page.entry.space]),
                                      all ? Conditions::show_all : Conditions::evaluate,
                                      has_dollar_formulas(dialect),
                                      load,
                                      dialect,
                                      has_page_names(dialect) ? find_page : PageFinder(),
                                      most_included[order[i]],
                                      most_expanded(page),
                                      dialect == Dialect::honkit || space.names_are_variables,
                                      space.is_wiki,
                                      obstacle};
            page.body = parse_body(context_.sources.text(page.file), page.file,
                                   page.front.body_begin, options, page.diagnostics);
            if (!context_.options.page_read) return;
            context_.options.page_read(page.body.blocks);
            for (doc::Note& note : page.body.notes) context_.options.page_read(note.body);
        });
    }

private:
    /// What all pages of a space share. Values that are asked for come before those of files.
    Variables variables_of(const Space& space) const {
        Variables variables(context_.options.selection.variables);
        for (const auto& [name, value] : context_.book.variables) {
            variables.add("book." + name, value);
            variables.add("space.vars." + name, value);
            if (space.names_are_variables) variables.add(name, value);
        }
        for (const auto& [name, value] : space.variables) variables.add(name, value);
        return variables;
    }

    static Variables variables_of(const PageSource& page, const Variables& shared) {
        Variables variables(&shared);
        for (const auto& [name, value] : page.front.variables)
            variables.add("page.vars." + name, value);
        return variables;
    }

    /// Pages with listings come first: what `Options::page_read` does with them takes longest.
    std::vector<std::size_t> those_with_listings_first() const {
        std::vector<std::size_t> order(pages_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_partition(order.begin(), order.end(), [&](std::size_t i) {
            const PageSource& page = pages_[i];
            return page.file != FileId::none &&
                   context_.sources.text(page.file).find("```") != std::string_view::npos;
        });
        return order;
    }

    /// What files may add to each page, so that the book stays within bounds: page by page, as much
    /// as it takes, until nothing is left.
    std::vector<std::size_t> shares_of_included(const IncludedFiles& includes) const {
        std::vector<std::size_t> shares;
        std::size_t left = most_included_in_book;
        for (const PageSource& page : pages_) {
            shares.push_back(std::min(left, most_included_in_page));
            if (page.file != FileId::none)
                left -=
                    std::min(shares.back(), includes.cost_of(page.file, left, context_.sources));
        }
        return shares;
    }

    /// What variables may add to a page: its share of what they may add to the book, or as much as
    /// the page has itself.
    std::size_t most_expanded(const PageSource& page) const {
        const std::size_t share = most_expanded_in_book / pages_.size();
        return std::min(most_expanded_in_page,
                        std::max(share, context_.sources.text(page.file).size()));
    }

    /// Files that pages include are in the book though no SUMMARY lists them.
    void report_unlisted(const IncludedFiles& includes) {
        for (const UnlistedPage& page : context_.outline.unlisted)
            if (!includes.contains(page.path))
                diagnostics_.report(
                    Kind::page_left_out, page.summary,
                    say("page '{}' is not listed and left out", page.path),
                    say("list it in the SUMMARY, or read it with --orphans append"));
    }

    std::vector<PageSource>& pages_;
    const BodyContext& context_;
    Diagnostics& diagnostics_;
};

}  // namespace

void read_bodies(std::vector<PageSource>& pages, const BodyContext& context,
                 Diagnostics& diagnostics) {
    BodyReader(pages, context, diagnostics).read();
}

}  // namespace triptych::gitbook
