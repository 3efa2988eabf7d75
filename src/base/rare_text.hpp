#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace triptych {

/// A text that is empty in nearly all objects. Copies share it: a link over many lines has its
/// address in one place.
class RareText {
public:
    RareText() = default;
    RareText(std::string text) {
        if (!text.empty()) text_ = std::make_shared<const std::string>(std::move(text));
    }
    RareText(std::string_view text) : RareText(std::string(text)) {}
    RareText(const char* text) : RareText(std::string(text)) {}

    bool empty() const { return text_ == nullptr; }
    std::string_view view() const { return text_ ? std::string_view(*text_) : std::string_view(); }
    operator std::string_view() const { return view(); }
    friend bool operator==(const RareText& a, std::string_view b) { return a.view() == b; }

private:
    std::shared_ptr<const std::string> text_;
};

}  // namespace triptych
