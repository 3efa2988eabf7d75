#include "gitbook/book/diagram_pictures.hpp"

#include <utility>

#include <fmt/format.h>

#include "doc/diagram.hpp"
#include "gitbook/book/missing_files.hpp"

namespace triptych::gitbook {

std::optional<std::string> DiagramPictures::find(const std::string& name,
                                                 const doc::Diagram& diagram,
                                                 Diagnostics& diagnostics) {
    if (const auto entry = named_.find(name); entry != named_.end()) {
        const std::lock_guard lock(mutex_);
        const bool is_new = used_.insert(name).second;
        const auto normal = normal_path(entry->second.path);
        const std::string* path = normal ? index_.find(*normal) : nullptr;
        if (path != nullptr) return *path;
        if (is_new)
            report_missing_picture(entry->second.path, {entry->second.path}, files_,
                                   entry->second.span,
                                   say("write its path from the root of the book"), diagnostics);
    }
    for (const char* ending : {".svg", ".png"})
        if (const std::string* path = index_.find(name + ending)) return *path;
    const bool mermaid = doc::diagram_kind(diagram.language) == "mermaid";
    const std::string* path = mermaid ? mermaid_file(name) : nullptr;
    return path != nullptr ? std::optional(*path) : std::nullopt;
}

const std::string* DiagramPictures::mermaid_file(const std::string& name) const {
    constexpr std::string_view kind = "-mermaid-";
    const std::size_t at = name.rfind(kind);
    const std::string* path =
        index_.find(name.substr(0, at) + '-' + name.substr(at + kind.size()) + ".svg");
    if (path == nullptr) return nullptr;
    // Any picture may be called so; Mermaid's own say what they are.
    const auto bytes = files_.read(*path);
    if (!bytes) return nullptr;
    const auto head = std::string_view(*bytes).substr(0, 4096);
    return head.find("aria-roledescription") != std::string_view::npos ? path : nullptr;
}

void DiagramPictures::report_unused(Diagnostics& diagnostics) const {
    for (const auto& [name, file] : named_)
        if (!used_.contains(name))
            diagnostics.report(Kind::invalid_value, file.span,
                               say("no diagram is called '{}'", name),
                               say("call it by its page, kind and number: guide/setup-mermaid-1"));
}

std::optional<doc::Figure> PageDiagrams::drawn(
    const doc::Diagram& diagram, Span span,
    const std::function<MediaId(const std::string&)>& claim) {
    const std::string_view kind = doc::diagram_kind(diagram.language);
    const std::string_view stem = page_.substr(0, page_.rfind('.'));
    const std::string name = fmt::format("{}-{}-{}", stem, kind, ++counts_[kind]);
    auto path = pictures_.find(name, diagram, diagnostics_);
    if (!path) {
        DrawnDiagram made = pictures_.draw(diagram);
        if (made.path.empty()) {
            report(diagram, name, made.problem, span);
            return std::nullopt;
        }
        path = std::move(made.path);
    }
    doc::Figure figure;
    figure.pictures.push_back(
        {claim(*path), doc::describe_diagram(kind, diagram.source, language_), false, 0, span});
    if (!diagram.title.empty()) figure.caption = {{doc::Text{diagram.title}, span}};
    return figure;
}

void PageDiagrams::report(const doc::Diagram& diagram, const std::string& name,
                          const Message& problem, Span span) {
    const std::string_view kind = doc::diagram_kind(diagram.language);
    if (problem.empty())
        diagnostics_.report(
            Kind::undrawn_diagram, span,
            say("diagram ({}) is shown as its source", diagram.language),
            say("put its picture into the book as {}.svg, or have a program draw it: --diagram {}",
                name, kind));
    else
        diagnostics_.report(
            Kind::undrawn_diagram, span,
            say("diagram ({}) is shown as its source: {}", diagram.language, problem),
            say("correct --diagram {0}, or put its picture into the book as {1}.svg", kind, name));
}

}  // namespace triptych::gitbook
