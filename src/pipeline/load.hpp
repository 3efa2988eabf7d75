#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <triptych/build.hpp>

#include "base/parallel.hpp"
#include "deck/deck.hpp"
#include "doc/model.hpp"
#include "font/library.hpp"
#include "image/store.hpp"
#include "pages/neighbours.hpp"
#include "pipeline/deck_jobs.hpp"
#include "pipeline/looks.hpp"
#include "pipeline/reading.hpp"
#include "pipeline/tagging.hpp"
#include "pptx/write.hpp"
#include "style/sheet.hpp"
#include "typeset/context.hpp"

namespace triptych::pipeline {

/// Files of the book's other languages, by the output that links to them.
struct Neighbourhood {
    pages::Neighbours booklets, slides, presentations, web;
};

/// Everything that is read before anything is set, for the whole book or for an edition, which
/// shares with it what both need.
struct Loaded {
    Threads& threads;  ///< of this build
    doc::Book book;
    /// The book as the booklet and the e-book have it, where these say more than slides.
    std::shared_ptr<const doc::Book> printed{}, electronic{};
    doc::Plans plans{};
    /// By tag of the language.
    std::map<std::string, std::shared_ptr<const Reading>> translations{};
    std::shared_ptr<const Files> data;                   ///< what layouts and fonts are read from
    std::shared_ptr<const style::Sheet> layout_sheet{};  ///< the layout's, for any language
    style::Sheet sheet;                                  ///< the same for that of `book`
    std::shared_ptr<const font::Library> fonts{};
    std::shared_ptr<const Files> written_pictures{};  ///< those that stand in the book's text
    std::shared_ptr<const Files> pictures{};          ///< what `images` are read from
    std::shared_ptr<image::Store> images{};
    Diagnostics findings;              ///< of the reader and of the layout
    std::optional<std::int64_t> date;  ///< of all outputs, seconds since 1970
    std::vector<DeckJob> decks{};      ///< once planned; none where those asked for are not
    std::shared_ptr<Looks> looks = std::make_shared<Looks>();
    std::shared_ptr<const Neighbourhood> neighbours = std::make_shared<const Neighbourhood>();
    std::shared_ptr<typeset::InlineCache> words = typeset::make_inline_cache();

    typeset::Resources resources(const Request& request) const {
        return {*fonts, *images, sheet, request.hyphenation, threads, words, tagging_of(request)};
    }
    /// With the deck's own layout, where it has one.
    typeset::Resources resources(const Request& request, const DeckJob& job) const {
        if (!job.look) return resources(request);
        return {*job.look->fonts, *images,         job.look->sheet,    request.hyphenation,
                threads,          job.look->words, tagging_of(request)};
    }
    const doc::Book& booklet_book() const { return printed ? *printed : book; }
    const doc::Book& ebook_book() const { return electronic ? *electronic : book; }
    const font::Library& fonts_of(const DeckJob& job) const {
        return job.look ? *job.look->fonts : *fonts;
    }
};

bool wants(const Request& request, Panel panel);

/// What every output must show, page by page.
std::string visible_text(const doc::Book& book);

/// Makes `printed` and `electronic`: with the lists that the book wishes, titles without emoji in
/// front.
void finish_books(const Request& request, Loaded& loaded);

/// Pictures that items end in, higher than a line may be, become figures.
void lift_high_pictures(doc::Book& book, const image::Store& images);

/// Reads the decks' own layouts and what their PowerPoint slides are made on.
void read_decks(const Request& request, Loaded& loaded, Result& result);

/// Reads the book and its layout; nothing when either can't be read, with a diagnostic in `result`.
/// No decks are planned yet.
std::optional<Loaded> load(const Request& request, Threads& threads, Result& result);

}  // namespace triptych::pipeline
