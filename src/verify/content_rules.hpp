#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "verify/operators.hpp"
#include "verify/rules.hpp"

namespace triptych::verify {

/// What a content stream belongs to. A form is drawn inside marked content of its page.
enum class Place { page, form };

/// Reads a content stream: what is painted is marked, once, with operators and resources that are
/// known, each where it may stand, in colours that the output intent covers.
class ContentCheck : public QPDFObjectHandle::ParserCallbacks {
public:
    /// `where` ends the messages, for example ` (page 3)`.
    ContentCheck(Place place, Purpose purpose, std::string where, QPDFObjectHandle resources,
                 Report& report);
    /// The colours of the output intent; none unless it is called.
    void set_output(std::string colours) { output_ = std::move(colours); }

    void handleObject(QPDFObjectHandle object) override;
    void handleEOF() override;

    /// Identifiers of the marked content.
    const std::set<int>& identifiers() const { return identifiers_; }
    /// Codes shown by name of the font.
    struct Codes {
        std::set<unsigned> all;
        std::set<unsigned> without_text;  ///< not within a span with ActualText
    };
    const std::map<std::string, Codes>& codes() const { return codes_; }
    /// Names of the pictures and forms drawn.
    const std::set<std::string>& drawn() const { return drawn_; }

private:
    struct Mark {
        enum class Kind { artifact, content, span } kind{};
        bool has_text = false;
        bool in_text = false;  ///< begins in a text object
    };

    void apply(const std::string& name);
    void check_use(const std::string& name, const Operator& known);
    void nest(const std::string& name);
    void restore();
    void check_colour(const std::string& name);
    void check_size(QPDFObjectHandle operand);
    void check_painting(const std::string& name, const Operator& known);
    void use(const char* kind, const std::string& name);
    bool has_resource(const char* kind, const std::string& name);
    bool is_marked() const;
    void open();
    void close();
    void note_codes(QPDFObjectHandle text);

    Place place_;
    Purpose purpose_;
    std::string where_;
    QPDFObjectHandle resources_;
    std::string output_;
    bool coloured_ = false;       ///< a colour has been set
    std::set<std::string> told_;  ///< devices whose colours are told not to be covered
    Report& report_;
    std::vector<QPDFObjectHandle> operands_;
    std::vector<Mark> marks_;
    bool in_text_ = false;
    std::string font_;
    std::vector<std::string> saved_fonts_;  ///< by `q`
    bool unpaired_ = false;                 ///< a `Q` had no `q`
    std::set<int> identifiers_;
    std::map<std::string, Codes> codes_;
    std::set<std::string> drawn_;
};

}  // namespace triptych::verify
