#include "svg/losses.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace triptych::svg {
namespace {

/// More than this many losses are summed up.
constexpr std::size_t most_findings = 20;

/// Whether places in the tree are places in the file: other encodings are converted when read.
bool is_utf8(std::string_view bytes) {
    const auto head = text::lower_case(bytes.substr(0, 200));
    if (head.find('\0') != std::string::npos || head.starts_with("\xFE\xFF") ||
        head.starts_with("\xFF\xFE"))
        return false;
    const auto declared = head.find("encoding=");
    if (!head.starts_with("<?xml") || declared == std::string::npos || declared > head.find("?>"))
        return true;
    const auto name = std::string_view(head).substr(declared + 10);
    return name.starts_with("utf-8") || name.starts_with("us-ascii");
}

}  // namespace

Losses::Losses(std::string_view bytes) : bytes_(is_utf8(bytes) ? bytes : std::string_view()) {}

bool Losses::is_new(Finding::Kind kind, const Message& message) {
    if (std::any_of(findings_.begin(), findings_.end(),
                    [&](const Finding& one) { return one.kind == kind && one.message == message; }))
        return false;
    full_ = full_ || findings_.size() >= most_findings;
    return !full_;
}

void Losses::find(Finding::Kind kind, Message message, pugi::xml_node where) {
    if (is_new(kind, message)) findings_.push_back({kind, std::move(message), line_of(where)});
}

void Losses::find(Finding::Kind kind, Message message, std::uint32_t line) {
    if (is_new(kind, message)) findings_.push_back({kind, std::move(message), line});
}

std::uint32_t Losses::line_of(pugi::xml_node node) const {
    for (; node.type() == pugi::node_element; node = node.parent()) {
        const auto offset = node.offset_debug();
        if (offset < 0 || static_cast<std::size_t>(offset) >= bytes_.size()) continue;
        return 1 + static_cast<std::uint32_t>(
                       std::count(bytes_.begin(), bytes_.begin() + offset, '\n'));
    }
    return 0;
}

std::vector<Finding> Losses::take() {
    if (full_)
        findings_.push_back(
            {Finding::Kind::changed, say("more of it is left out than is said here"), 0});
    full_ = false;
    return std::move(findings_);
}

}  // namespace triptych::svg
