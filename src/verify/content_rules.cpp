#include "verify/content_rules.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace triptych::verify {

namespace {

constexpr std::array painting = {"S",  "s",  "f",  "F",  "f*", "B",  "B*", "b",
                                 "b*", "Do", "sh", "EI", "Tj", "TJ", "'",  "\""};
constexpr std::array showing = {"Tj", "TJ", "'", "\""};
/// Those of ISO 32000-1 Annex A that paint nothing.
constexpr std::array quiet = {
    "BDC", "BI", "BMC", "BT", "BX", "c",  "cm", "CS", "cs", "d",   "d0",  "d1", "DP", "EMC", "ET",
    "EX",  "G",  "g",   "gs", "h",  "i",  "ID", "j",  "J",  "K",   "k",   "l",  "M",  "m",   "MP",
    "n",   "q",  "Q",   "re", "RG", "rg", "ri", "sc", "SC", "scn", "SCN", "T*", "Tc", "Td",  "TD",
    "Tf",  "TL", "Tm",  "Tr", "Ts", "Tw", "Tz", "v",  "w",  "W",   "W*",  "y"};
constexpr int deepest = 28;

}  // namespace

ContentCheck::ContentCheck(Place place, Purpose purpose, std::string where,
                           QPDFObjectHandle resources, Report& report)
    : place_(place),
      purpose_(purpose),
      where_(std::move(where)),
      resources_(resources),
      report_(report) {}

void ContentCheck::handleObject(QPDFObjectHandle object) {
    if (!object.isOperator()) {
        check_size(object);
        operands_.push_back(object);
        return;
    }
    apply(object.getOperatorValue());
    operands_.clear();
}

void ContentCheck::handleEOF() {
    report_.expect(marks_.empty(), "ISO 32000-1 14.6", "marked content is not closed" + where_);
    report_.expect(depth_ == 0, "ISO 32000-1 8.4.2", "q and Q do not pair" + where_);
}

void ContentCheck::apply(const std::string& name) {
    nest(name);
    check_colour(name);
    if (is_one_of(painting, name))
        check_painting(name);
    else
        report_.expect(is_one_of(quiet, name), "ISO 19005-2 6.2.2",
                       name + " is no operator" + where_);
}

void ContentCheck::nest(const std::string& name) {
    if (name == "q") {
        ++depth_;
        report_.expect(depth_ <= deepest, "ISO 19005-2 6.1.13", "q is nested too deep" + where_);
    } else if (name == "Q") {
        --depth_;
    } else if (name == "BDC" || name == "BMC") {
        open();
    } else if (name == "EMC") {
        report_.expect(!marks_.empty(), "ISO 32000-1 14.6", "EMC without beginning" + where_);
        if (!marks_.empty()) marks_.pop_back();
    }
}

/// Strings and numbers within the limits, also in arrays and dictionaries.
void ContentCheck::check_size(QPDFObjectHandle operand) {
    constexpr std::size_t longest = 32767;
    const auto limit = [&](bool holds, const char* message) {
        report_.expect(holds, "ISO 19005-2 6.1.13", message + where_);
    };
    if (operand.isString())
        limit(operand.getStringValue().size() <= longest, "a string is too long");
    if (operand.isInteger())
        limit(operand.getIntValue() == static_cast<std::int32_t>(operand.getIntValue()),
              "a number is too large");
    if (operand.isArray())
        for (const auto& item : operand.getArrayAsVector()) check_size(item);
    if (operand.isDictionary())
        for (const auto& [key, value] : operand.getDictAsMap()) check_size(value);
}

/// Ink has a place beside its own output intent, RGB beside that of RGB or where it is said what
/// it is.
void ContentCheck::check_colour(const std::string& name) {
    const bool named = (name == "cs" || name == "CS") && !operands_.empty();
    const auto sets = [&](const char* fill, const char* stroke, const char* space) {
        return name == fill || name == stroke || (named && operands_.back().isNameAndEquals(space));
    };
    if (purpose_ == Purpose::printing)
        report_.expect(
            !sets("rg", "RG", "/DeviceRGB") || has_resource("/ColorSpace", "/DefaultRGB"),
            "ISO 15930-7", "RGB colours are those of no profile" + where_);
    else
        report_.expect(!sets("k", "K", "/DeviceCMYK"), "ISO 19005-2 6.2.4.3",
                       "colours of ink have no output intent for them" + where_);
    if (name == "gs" && !operands_.empty() && operands_.back().isName())
        use("/ExtGState", operands_.back().getName());
    if (name == "Tf" && operands_.size() == 2 && operands_[0].isName())
        use("/Font", font_ = operands_[0].getName());
}

void ContentCheck::check_painting(const std::string& name) {
    report_.expect(place_ == Place::form || is_marked(), "ISO 14289-1 7.1",
                   "what " + name + " paints is neither tagged nor an artifact" + where_);
    if (operands_.empty()) return;
    if (is_one_of(showing, name)) note_codes(operands_.back());
    if (name != "Do" || !operands_.back().isName()) return;
    use("/XObject", operands_.back().getName());
    drawn_.insert(operands_.back().getName());
}

/// Resources come from the stream's own dictionary, never from above.
void ContentCheck::use(const char* kind, const std::string& name) {
    report_.expect(has_resource(kind, name), "ISO 19005-2 6.2.2",
                   name + " is not among the resources" + where_);
}

bool ContentCheck::has_resource(const char* kind, const std::string& name) {
    return resources_.isDictionary() && resources_.getKey(kind).isDictionary() &&
           resources_.getKey(kind).hasKey(name);
}

bool ContentCheck::is_marked() const {
    return std::any_of(marks_.begin(), marks_.end(),
                       [](const Mark& mark) { return mark.kind != Mark::Kind::span; });
}

void ContentCheck::open() {
    const bool artifact = !operands_.empty() && operands_[0].isNameAndEquals("/Artifact");
    QPDFObjectHandle properties =
        operands_.empty() ? QPDFObjectHandle::newNull() : operands_.back();
    const bool tagged = properties.isDictionary() && properties.hasKey("/MCID");
    if (artifact || tagged)
        report_.expect(!is_marked() && place_ == Place::page, "ISO 14289-1 7.1",
                       "artifacts and tagged content are nested" + where_);
    if (tagged)
        report_.expect(identifiers_.insert(properties.getKey("/MCID").getIntValueAsInt()).second,
                       "ISO 32000-1 14.7.4", "a content identifier is used twice" + where_);
    marks_.push_back({artifact ? Mark::Kind::artifact
                      : tagged ? Mark::Kind::content
                               : Mark::Kind::span,
                      properties.isDictionary() && properties.hasKey("/ActualText")});
}

void ContentCheck::note_codes(QPDFObjectHandle text) {
    Codes& codes = codes_[font_];
    const bool told =
        std::any_of(marks_.begin(), marks_.end(), [](const Mark& mark) { return mark.has_text; });
    const auto note = [&](const std::string& bytes) {
        for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
            const unsigned code = static_cast<unsigned>(static_cast<unsigned char>(bytes[i])) << 8 |
                                  static_cast<unsigned char>(bytes[i + 1]);
            codes.all.insert(code);
            if (!told) codes.bare.insert(code);
        }
    };
    if (text.isString()) note(text.getStringValue());
    if (text.isArray())
        for (QPDFObjectHandle item : text.getArrayAsVector())
            if (item.isString()) note(item.getStringValue());
}

}  // namespace triptych::verify
