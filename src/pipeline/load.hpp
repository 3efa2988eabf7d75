#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <triptych/build.hpp>

#include "base/parallel.hpp"
#include "deck/deck.hpp"
#include "doc/model.hpp"
#include "font/library.hpp"
#include "image/store.hpp"
#include "pipeline/deck_jobs.hpp"
#include "pptx/write.hpp"
#include "style/sheet.hpp"
#include "typeset/context.hpp"

namespace triptych::pipeline {

/// Everything that is read before anything is set. Kept together, since the parts refer to each
/// other.
struct Loaded {
    Threads& threads;  ///< of this build
    doc::Book book;
    doc::SlidePlans plans{};
    std::unique_ptr<Files> data;  ///< what layouts and fonts are read from
    style::Sheet sheet;
    std::unique_ptr<font::Library> fonts{};
    std::unique_ptr<Files> written_pictures{};  ///< those that stand in the book's text
    std::unique_ptr<Files> pictures{};          ///< what `images` are read from
    std::unique_ptr<image::Store> images{};
    Diagnostics findings;              ///< of the reader and of the layout
    std::optional<std::int64_t> date;  ///< of all outputs, seconds since 1970
    std::vector<DeckJob> decks{};      ///< one or more
    std::shared_ptr<typeset::InlineCache> words = typeset::make_inline_cache();

    typeset::Resources resources(const Request& request) const {
        return {*fonts, *images, sheet, request.hyphenation, threads, words};
    }
    /// With the deck's own layout, where it has one.
    typeset::Resources resources(const Request& request, const DeckJob& job) const {
        if (!job.look) return resources(request);
        return {*job.look->fonts,    *images, job.look->sheet,
                request.hyphenation, threads, job.look->words};
    }
    const font::Library& fonts_of(const DeckJob& job) const {
        return job.look ? *job.look->fonts : *fonts;
    }
};

bool wants(const Request& request, Panel panel);

/// Reads the book and its layout; nothing when either can't be read, with a diagnostic in `result`.
std::optional<Loaded> load(const Request& request, Threads& threads, Result& result);

}  // namespace triptych::pipeline
