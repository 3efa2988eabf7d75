#include "pipeline/translations.hpp"

#include <algorithm>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/is_one_of.hpp"
#include "doc/translations.hpp"
#include "pipeline/languages.hpp"
#include "pipeline/outputs.hpp"

namespace triptych::pipeline {
namespace {

/// The pages of all languages, by their files.
class Pages {
public:
    Pages(const Request& request, const std::map<std::string, ReadLanguage>& languages) {
        for (const auto& [tag, language] : languages) {
            const doc::Book& book = language.reading->book;
            const auto stem = language_stem(request, language.reading->plans, book);
            for (std::uint32_t i = 0; i < book.pages.size(); ++i)
                pages_.try_emplace(book.pages[i].path, Found{language.reading, stem, PageId{i}});
        }
    }

    /// Where the link at `span` leads; reports what is not as it should be.
    doc::Target settled(doc::TranslationRef link, Span span, const ReadLanguage& from) const {
        const auto found = pages_.find(link.path);
        if (found == pages_.end()) {
            from.report(
                Kind::link_out_of_book, span,
                say("page '{}' is not part of this book; the link becomes plain text", link.path),
                say("set 'site_url' in triptych.yaml to link to its published address"));
            return doc::DeadLink{link.path};
        }
        const auto& [reading, stem, id] = found->second;
        const doc::Page& page = reading->book.pages[index(id)];
        link.stem = stem;
        link.page = page.id;
        link.title = page.short_title;
        if (link.fragment.empty() || !reading->plans.element_at) return link;
        if (auto element = reading->plans.element_at(id, link.fragment))
            link.element = *std::move(element);
        else
            from.report(
                Kind::broken_anchor, span,
                say("no heading '#{}' in {}; the link leads to the page", link.fragment, page.path),
                say("copy the anchor again from the heading"));
        return link;
    }

private:
    struct Found {
        const Reading* reading;
        std::string stem;
        PageId page;
    };
    std::unordered_map<std::string, Found> pages_;
};

/// Ids of places are names in a PDF.
pages::Neighbour neighbour_of(const pages::Pages& pages, std::string file) {
    pages::Neighbour neighbour{std::move(file), {}};
    for (const auto& place : pages.destinations)
        neighbour.places.try_emplace(place.name, pages::NeighbourPlace{place.name, 0});
    return neighbour;
}

pages::Neighbour neighbour_of(const deck::Deck& deck, std::string file) {
    pages::Neighbour neighbour{std::move(file), {}};
    for (std::size_t i = 0; i < deck.slides.size(); ++i) {
        const pages::NeighbourPlace place{deck.slides[i].id, i + 1};
        neighbour.places.try_emplace(deck.slides[i].id, place);
        for (const auto& anchor : deck.slides[i].anchors)
            neighbour.places.try_emplace(anchor, place);
    }
    return neighbour;
}

void add(const Work& work, Neighbourhood& all) {
    const Request& request = work.request;
    const std::string& stem = request.name;
    if (work.layouts.booklet)
        all.booklets.emplace(
            stem, neighbour_of(*work.layouts.booklet, booklet_name(request, work.loaded.book)));
    for (std::size_t i = 0; i < work.layouts.decks.size(); ++i) {
        const DeckLayouts& deck = work.layouts.decks[i];
        if (!work.loaded.decks[i].name.empty() || !deck.deck) continue;
        const auto file = [&](Panel panel) { return stem + slides_ending(panel, request); };
        if (deck.slides) all.slides.emplace(stem, neighbour_of(*deck.slides, file(Panel::slides)));
        all.presentations.emplace(stem, neighbour_of(deck.of_pptx(), file(Panel::pptx)));
        const std::string up = request.html_folder ? "../" : "";
        all.web.emplace(stem, neighbour_of(*deck.deck, up + file(Panel::html)));
    }
}

}  // namespace

void link_translations(const Request& request,
                       const std::map<std::string, ReadLanguage>& languages) {
    const Pages pages(request, languages);
    for (const auto& entry : languages) {
        const ReadLanguage& language = entry.second;
        doc::settle_translations(language.reading->book, [&](doc::Target& target, Span span) {
            target =
                pages.settled(std::get<doc::TranslationRef>(std::move(target)), span, language);
        });
    }
}

void introduce(std::deque<Work>& works) {
    const std::vector<std::string>& languages = works.front().loaded.plans.languages;
    if (languages.empty()) return;
    const auto all = std::make_shared<Neighbourhood>();
    for (const Work& work : works)
        if (work.edition.empty() || is_one_of(work.edition, languages)) add(work, *all);
    for (Work& work : works) work.loaded.neighbours = all;
}

}  // namespace triptych::pipeline
