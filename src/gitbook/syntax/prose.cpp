#include "gitbook/syntax/prose.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "gitbook/syntax/line_marks.hpp"

namespace triptych::gitbook {
namespace {

/// What is no prose, from its front to its end within one line.
struct Passage {
    std::string_view front, end;
};
constexpr std::array passages{
    Passage{"`", "`"},   Passage{"<", ">"},       Passage{"](", ")"},       Passage{"{%", "%}"},
    Passage{"{{", "}}"}, Passage{"http://", " "}, Passage{"https://", " "},
};

/// The passage at `at` in `line`.
const Passage* passage_at(std::string_view line, std::size_t at) {
    const auto found = std::find_if(passages.begin(), passages.end(), [&](const Passage& known) {
        return line.substr(at).starts_with(known.front);
    });
    return found == passages.end() ? nullptr : &*found;
}

void use_line(std::string_view line, const std::function<void(std::string_view)>& use) {
    std::size_t begin = 0;
    for (std::size_t at = line.find_first_of("`<]{h"); at < line.size();
         at = line.find_first_of("`<]{h", at)) {
        const Passage* passage = passage_at(line, at);
        if (passage == nullptr) {
            ++at;
            continue;
        }
        use(line.substr(begin, at - begin));
        const std::size_t end = line.find(passage->end, at + passage->front.size());
        at = begin = end == line.npos ? line.size() : end + passage->end.size();
    }
    use(line.substr(std::min(begin, line.size())));
}

}  // namespace

void for_each_prose(std::string_view markdown, const std::function<void(std::string_view)>& use) {
    std::optional<Fence> fence;
    while (!markdown.empty()) {
        const std::string_view line = markdown.substr(0, markdown.find('\n'));
        markdown.remove_prefix(std::min(line.size() + 1, markdown.size()));
        if (fence) {
            if (closes(line, *fence)) fence.reset();
            continue;
        }
        fence = opened_fence(line);
        if (!fence) use_line(line, use);
    }
}

}  // namespace triptych::gitbook
