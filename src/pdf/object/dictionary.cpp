#include "pdf/object/dictionary.hpp"

#include <utility>

#include "base/check.hpp"

namespace triptych::pdf::object {

namespace {

/// Behind and before these no white space is needed (§7.2.2).
bool is_delimiter(char c) { return std::string_view("()<>[]/").find(c) != std::string_view::npos; }

bool starts_with_delimiter(std::string_view value) {
    return !value.empty() && is_delimiter(value.front());
}

}  // namespace

Composite::Composite(Composite* parent, std::string_view opening)
    : text_(&parent->out()), parent_(parent) {
    *text_ += opening;
    parent->has_open_value_ = true;
}

Composite::Composite(Composite&& other) noexcept : own_(std::move(other.own_)) {
    TRIPTYCH_CHECK(other.parent_ == nullptr && !other.has_open_value_, "a value is written here");
}

Composite& Composite::operator=(Composite&& other) noexcept {
    TRIPTYCH_CHECK(parent_ == nullptr && !has_open_value_ && other.parent_ == nullptr &&
                       !other.has_open_value_,
                   "a value is written here");
    own_ = std::move(other.own_);
    return *this;
}

std::string& Composite::out() {
    TRIPTYCH_CHECK(!has_open_value_, "a value is closed before the next is written");
    return text_ == nullptr ? own_ : *text_;
}

const std::string& Composite::whole() const {
    TRIPTYCH_CHECK(parent_ == nullptr && !has_open_value_, "an object is whole once it is closed");
    return own_;
}

void Composite::close(std::string_view closing) {
    if (parent_ == nullptr) return;
    *text_ += closing;
    parent_->has_open_value_ = false;
}

std::string& Dictionary::key(std::string_view key) {
    std::string& text = out();
    text += '/';
    text += key;
    return text;
}

Dictionary& Dictionary::name(std::string_view key_name, std::string_view value) {
    append_name(key(key_name), value);
    return *this;
}

Dictionary& Dictionary::integer(std::string_view key_name, std::int64_t value) {
    append_integer(key(key_name) += ' ', value);
    return *this;
}

Dictionary& Dictionary::boolean(std::string_view key_name, bool value) {
    key(key_name) += value ? " true" : " false";
    return *this;
}

Dictionary& Dictionary::ref(std::string_view key_name, Ref value) {
    append_ref(key(key_name) += ' ', value);
    return *this;
}

Dictionary& Dictionary::refs(std::string_view key_name, const std::vector<Ref>& values) {
    Array all = array(key_name);
    for (const Ref value : values) all.ref(value);
    return *this;
}

Dictionary& Dictionary::text(std::string_view key_name, std::string_view value) {
    append_text(key(key_name), value);
    return *this;
}

Dictionary& Dictionary::bytes(std::string_view key_name, std::string_view value) {
    append_literal(key(key_name), value);
    return *this;
}

Dictionary& Dictionary::copied(std::string_view key_name, std::string_view value) {
    std::string& text = key(key_name);
    if (!starts_with_delimiter(value)) text += ' ';
    text += value;
    return *this;
}

Array Dictionary::array(std::string_view key_name) {
    key(key_name);
    return Array(this);
}

Dictionary Dictionary::dictionary(std::string_view key_name) {
    key(key_name);
    return Dictionary(this);
}

std::string& Array::separated() {
    std::string& text = out();
    if (!text.empty() && !is_delimiter(text.back())) text += ' ';
    return text;
}

Array& Array::name(std::string_view value) {
    append_name(out(), value);
    return *this;
}

Array& Array::integer(std::int64_t value) {
    append_integer(separated(), value);
    return *this;
}

Array& Array::hundredths(std::int64_t value) {
    append_hundredths(separated(), value);
    return *this;
}

Array& Array::null() {
    separated() += "null";
    return *this;
}

Array& Array::ref(Ref value) {
    append_ref(separated(), value);
    return *this;
}

Array& Array::bytes(std::string_view value) {
    append_literal(out(), value);
    return *this;
}

Array& Array::hex(std::string_view value) {
    append_hex(out(), value);
    return *this;
}

Array& Array::append(const Array& values) {
    const std::string& text = values.whole();
    if (text.empty()) return *this;
    (starts_with_delimiter(text) ? out() : separated()) += text;
    return *this;
}

}  // namespace triptych::pdf::object
