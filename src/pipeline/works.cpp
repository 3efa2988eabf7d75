#include "pipeline/works.hpp"

#include <utility>

#include "base/parallel.hpp"
#include "pipeline/editions.hpp"
#include "pipeline/languages.hpp"
#include "pipeline/plan_findings.hpp"

namespace triptych::pipeline {
namespace {

/// What only the whole book has: its decks, and lists of all of it.
void finish_whole(Work& work, Result& result) {
    finish_books(work.request, work.loaded);
    work.loaded.decks =
        deck_jobs(work.request, work.loaded.book, work.loaded.plans, result.diagnostics);
    read_decks(work.request, work.loaded, result);
}

Work work_of_edition(const EditionJob& job, const Loaded& whole, const pages::Pages* full,
                     Result& result) {
    return {job.plan.deck.name, job.request, load_edition(job, whole, full, result)};
}

}  // namespace

std::deque<Work> lay_out_works(const Request& request, Loaded whole, Result& result) {
    std::deque<Work> works;
    if (!has_all_named(request, whole.book, whole.plans, result.diagnostics)) return works;
    const Loaded* all = &whole;
    const pages::Pages* full = nullptr;
    if (wants_whole_book(request)) {
        Work& work = works.emplace_back(Work{{}, request, std::move(whole)});
        all = &work.loaded;
        finish_whole(work, result);
        work.request.name = language_stem(request, work.loaded.plans, work.loaded.book);
        work.layouts = lay_out(work.request, work.loaded);
        if (work.layouts.booklet) full = &*work.layouts.booklet;
    }
    const std::size_t first = works.size();
    for (const auto& tag : other_languages(request, all->plans, all->book.metadata.language))
        if (all->translations.contains(tag))
            works.push_back(work_of_language(tag, request, *all, result));
    for (const EditionJob& job : edition_jobs(request, *all, result.diagnostics))
        works.push_back(work_of_edition(job, *all, full, result));
    for_each_index(works.size() - first, all->threads, [&](std::size_t i) {
        Work& work = works[first + i];
        work.layouts = lay_out(work.request, work.loaded);
    });
    return works;
}

std::optional<Work> first_work(const Request& request, Loaded whole, Result& result) {
    if (!has_all_named(request, whole.book, whole.plans, result.diagnostics)) return std::nullopt;
    if (wants_whole_book(request)) {
        Work work{{}, request, std::move(whole)};
        finish_whole(work, result);
        return work;
    }
    const auto jobs = edition_jobs(request, whole, result.diagnostics);
    if (jobs.empty()) return std::nullopt;
    return work_of_edition(jobs.front(), whole, nullptr, result);
}

}  // namespace triptych::pipeline
