#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>

#include "doc/model.hpp"
#include "gitbook/book/file_index.hpp"
#include "gitbook/book/options.hpp"

namespace triptych::gitbook {

/// The pictures of a book's diagrams, by the names that diagrams have: `guide/setup-mermaid-2` is
/// the second of that kind on `guide/setup.md`. Safe to use from several threads.
class DiagramPictures {
public:
    /// `named` is what `triptych.yaml` says of some; `draw` is `Options::draw_diagram`. All must
    /// outlive the object.
    DiagramPictures(const FileIndex& index, const Files& files,
                    const std::map<std::string, doc::NamedFile>& named, const DrawDiagram& draw)
        : index_(index), files_(files), named_(named), draw_(draw) {}

    /// The file that stands for the diagram called `name`: the one named for it, or else the SVG or
    /// PNG of that name, or the drawing that Mermaid's own program writes for the page
    /// (`guide/setup-2.svg`). Nothing when there is none; one that is named and not there is
    /// reported.
    std::optional<std::string> find(const std::string& name, const doc::Diagram& diagram,
                                    Diagnostics& diagnostics);
    /// What a program makes of it.
    DrawnDiagram draw(const doc::Diagram& diagram) const {
        return draw_ ? draw_(diagram) : DrawnDiagram{};
    }
    /// Names in `triptych.yaml` that no diagram had.
    void report_unused(Diagnostics& diagnostics) const;

private:
    const std::string* mermaid_file(const std::string& name) const;

    const FileIndex& index_;
    const Files& files_;
    const std::map<std::string, doc::NamedFile>& named_;
    const DrawDiagram& draw_;
    std::mutex mutex_;
    std::set<std::string> used_;
};

/// The diagrams of one page, in their order.
class PageDiagrams {
public:
    PageDiagrams(std::string_view page, DiagramPictures& pictures, std::string_view language,
                 Diagnostics& diagnostics)
        : page_(page), pictures_(pictures), language_(language), diagnostics_(diagnostics) {}

    /// The next one as a figure, with the picture that `claim` numbers by its path; nothing, which
    /// is reported, when there is no picture of it.
    std::optional<doc::Figure> drawn(const doc::Diagram& diagram, Span span,
                                     const std::function<MediaId(const std::string&)>& claim);

private:
    void report(const doc::Diagram& diagram, const std::string& name, const Message& problem,
                Span span);

    std::string_view page_;
    DiagramPictures& pictures_;
    std::string_view language_;
    Diagnostics& diagnostics_;
    std::map<std::string_view, std::size_t> counts_;
};

}  // namespace triptych::gitbook
