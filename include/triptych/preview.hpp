#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/build.hpp>

namespace triptych {

/// The three panels of a book for a browser, made in memory: pages of the booklet as pictures, the
/// files of the e-book, the slides in HTML. Nothing is packed or written, so it is there at once.
class Preview {
public:
    struct Page {
        std::string label;             ///< the printed number; empty where there is none
        double width = 0, height = 0;  ///< in points
        std::string text;              ///< the words on it, for search and screen readers
        Span source;                   ///< where it begins; no place on pages without text
    };

    struct Document {
        std::string path;  ///< in the package
        Span source;       ///< of the page it was made from; no place for covers and titles
    };

    /// The same options as `build` takes; of panels and editions the whole book is shown.
    /// `ebook_is_made` is called once `ebook` and `documents` are there, while nothing is set yet;
    /// from then on they stay as they are. Ended by `Request::stop`, `result` says so, and there is
    /// nothing to show.
    explicit Preview(const Request& request,
                     const std::function<void(const Preview&)>& ebook_is_made = {});
    ~Preview();
    Preview(const Preview&) = delete;
    Preview& operator=(const Preview&) = delete;

    /// Empty, as all else, when the book can't be read; `result` says why.
    const std::vector<Page>& pages() const;
    /// A page as PNG, so many pixels wide; "" when there is none. Safe to call from several
    /// threads.
    std::string page_picture(std::size_t page, std::uint32_t width) const;
    /// Files of the e-book by their paths in the package.
    const std::map<std::string, std::string, std::less<>>& ebook() const;
    /// Its documents in reading order.
    const std::vector<Document>& documents() const;
    const std::string& slides() const;
    /// Findings and sources; no outputs.
    Result& result();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace triptych
