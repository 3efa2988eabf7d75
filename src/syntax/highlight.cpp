#include "syntax/highlight.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "base/code_parts.hpp"
#include "base/text.hpp"
#include "doc/walk.hpp"
#include "syntax/languages.hpp"

namespace triptych::syntax {
namespace {

/// Bytes of a prompt at the front of a line of a session; 0: the line is what a command printed.
std::size_t prompt_of(std::string_view line) {
    for (const std::string_view prompt : {"$ ", "# ", "> "})
        if (line.starts_with(prompt)) return prompt.size();
    return 0;
}

/// The commands of a session in their places, with spaces for all else.
std::string commands_of(std::string_view session) {
    std::string out;
    for (const std::string_view line : text::split(session, '\n')) {
        if (!out.empty() || line.data() != session.data()) out += '\n';
        const std::size_t prompt = prompt_of(line);
        out.append(prompt > 0 ? prompt : line.size(), ' ');
        if (prompt > 0) out += line.substr(prompt);
    }
    return out;
}

bool is_too_large(std::string_view text) {
    return text.size() > largest_listing ||
           std::count(text.begin(), text.end(), '\n') >= static_cast<std::ptrdiff_t>(most_lines);
}

/// Adds a part that the module reports, unless it overlaps others or leaves its line.
void add_part(void* sink, std::size_t begin, std::size_t end, CodePart part) {
    auto& block = *static_cast<doc::CodeBlock*>(sink);
    const std::size_t before = block.parts.empty() ? 0 : block.parts.back().end;
    if (begin < before || end <= begin || end > block.text.size()) return;
    if (static_cast<std::size_t>(part) >= code_parts.size()) return;
    const auto text = std::string_view(block.text).substr(begin, end - begin);
    if (text.find('\n') != text.npos) return;
    block.parts.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), part});
}

}  // namespace

void Highlighter::add(doc::Blocks& blocks) {
    std::unique_lock lock(mutex_);
    waiting_.push_back(&blocks);
    if (std::exchange(is_working_, true)) return;
    while (!waiting_.empty()) {
        doc::Blocks& next = *waiting_.back();
        waiting_.pop_back();
        lock.unlock();
        mark(next);
        lock.lock();
    }
    is_working_ = false;
}

void Highlighter::mark(doc::Blocks& blocks) {
    for (doc::Block& block : blocks) {
        if (auto* code = std::get_if<doc::CodeBlock>(&block.node)) mark(*code);
        doc::for_each_child(
            block, [](doc::Inlines&) {}, [&](doc::Blocks& inner) { mark(inner); });
    }
}

void Highlighter::mark(doc::CodeBlock& code) {
    if (code.text.empty() || is_too_large(code.text)) return;
    const auto language = language_of(code.language, code.title);
    if (!language) return;
    const auto* known = known_ ? known_->find(language->name, code.text) : nullptr;
    if (known) {
        code.parts = *known;
        return;
    }
    if (!ready()) return;
    const std::string commands = language->lines == Lines::code ? "" : commands_of(code.text);
    const std::string& text = language->lines == Lines::code ? code.text : commands;
    module_(language->grammar, text.data(), text.size(), add_part, &code);
    if (known_) known_->keep(language->name, code.text, code.parts);
}

bool Highlighter::ready() {
    if (!asked_ && load_) module_ = load_();
    asked_ = true;
    return module_ != nullptr;
}

}  // namespace triptych::syntax
