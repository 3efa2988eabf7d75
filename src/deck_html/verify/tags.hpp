#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/message.hpp>

namespace triptych::deck_html {

struct Tag {
    std::string name;
    std::map<std::string, std::string, std::less<>> attributes;
    std::string_view raw;        ///< what stands in `style` or `script`
    std::string twice;           ///< an attribute that it has twice, or empty
    bool is_end = false;         ///< `</name>`
    bool closes_itself = false;  ///< `<name/>`
};

/// The tags of a page as our own writer writes it: attributes in double quotes or without a value,
/// `style` and `script` up to their end tags (HTML §13.1.2).
class Tags {
public:
    explicit Tags(std::string_view page) : page_(page) {}

    /// False at the end, or where the page is none of ours.
    bool next(Tag& tag);

private:
    bool find();
    std::string word();
    bool attribute(Tag& tag);

    std::string_view page_;
    std::size_t at_ = 0;
};

/// Holds tags against the elements that may stand in each other (HTML §13.1.2.4 and the content
/// models of §4); says of each one that does not fit why.
class Nesting {
public:
    using Said = std::function<void(const char* clause, const Message& message)>;
    explicit Nesting(Said said) : said_(std::move(said)) {}

    void check(const Tag& tag);
    void finish();

private:
    void open(const Tag& tag);
    void close(const std::string& name);
    bool is_in(std::string_view name) const;

    Said said_;
    std::vector<std::string> open_;
    std::map<std::string, std::size_t, std::less<>> depth_;  ///< of open elements, by name
};

}  // namespace triptych::deck_html
