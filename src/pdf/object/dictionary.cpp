#include "pdf/object/dictionary.hpp"

namespace triptych::pdf::object {

namespace {

bool starts_with_delimiter(std::string_view value) {
    return !value.empty() && std::string_view("/<([").find(value.front()) != std::string_view::npos;
}

}  // namespace

std::string& Dictionary::key(std::string_view key) {
    entries_ += '/';
    entries_ += key;
    return entries_;
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
    std::string& out = key(key_name) += '[';
    for (const Ref value : values) {
        if (out.back() != '[') out += ' ';
        append_ref(out, value);
    }
    out += ']';
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

Dictionary& Dictionary::raw(std::string_view key_name, std::string_view value) {
    std::string& out = key(key_name);
    if (!starts_with_delimiter(value)) out += ' ';
    out += value;
    return *this;
}

Dictionary& Dictionary::array(std::string_view key_name, std::string_view values) {
    ((key(key_name) += '[') += values) += ']';
    return *this;
}

Dictionary& Dictionary::dictionary(std::string_view key_name, const Dictionary& value) {
    return raw(key_name, value.str());
}

}  // namespace triptych::pdf::object
