#include "verify/content_rules.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "verify/operators.hpp"
#include "verify/to_unicode.hpp"

namespace triptych::verify {

namespace {

constexpr std::size_t deepest = 28;

constexpr std::array colour_operators = {"g",  "G",  "rg", "RG",  "k",  "K",
                                         "cs", "CS", "sc", "scn", "SC", "SCN"};
struct DeviceOperators {
    const char *fill, *stroke, *device;
};
constexpr std::array device_operators = {DeviceOperators{"rg", "RG", "/DeviceRGB"},
                                         DeviceOperators{"k", "K", "/DeviceCMYK"},
                                         DeviceOperators{"g", "G", "/DeviceGray"}};

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
    report_.expect(saved_fonts_.empty() && !unpaired_, "ISO 32000-1 8.4.2",
                   "q and Q do not pair" + where_);
    report_.expect(!in_text_, "ISO 32000-1 9.4.1", "a text object is not closed" + where_);
}

void ContentCheck::apply(const std::string& name) {
    const Operator* known = find_operator(name);
    report_.expect(known != nullptr, "ISO 19005-2 6.2.2", name + " is no operator" + where_);
    if (known == nullptr) return;
    check_use(name, *known);
    nest(name);
    check_colour(name);
    if (known->paints) check_painting(name, *known);
}

/// What an operator is given, and where it stands.
void ContentCheck::check_use(const std::string& name, const Operator& known) {
    report_.expect(known.operands == any_number ||
                       operands_.size() == static_cast<std::size_t>(known.operands),
                   "ISO 32000-1 7.8.2", name + " has too few or too many operands" + where_);
    const bool fits =
        known.context == Context::anywhere || (known.context == Context::in_text) == in_text_;
    report_.expect(
        fits, "ISO 32000-1 9.4.1",
        name + (in_text_ ? " stands in a text object" : " stands in no text object") + where_);
}

void ContentCheck::nest(const std::string& name) {
    if (name == "q") {
        saved_fonts_.push_back(font_);
        report_.expect(saved_fonts_.size() <= deepest, "ISO 19005-2 6.1.13",
                       "q is nested too deep" + where_);
    } else if (name == "Q") {
        restore();
    } else if (name == "BT" || name == "ET") {
        in_text_ = name == "BT";
    } else if (name == "BDC" || name == "BMC") {
        open();
    } else if (name == "EMC") {
        close();
    }
}

void ContentCheck::restore() {
    unpaired_ = unpaired_ || saved_fonts_.empty();
    if (saved_fonts_.empty()) return;
    font_ = saved_fonts_.back();
    saved_fonts_.pop_back();
}

void ContentCheck::close() {
    report_.expect(!marks_.empty(), "ISO 32000-1 14.6", "EMC without beginning" + where_);
    if (marks_.empty()) return;
    report_.expect(marks_.back().in_text == in_text_, "ISO 32000-1 14.6.1",
                   "marked content and a text object overlap" + where_);
    marks_.pop_back();
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
    if (operand.isReal()) limit(is_sound_real(operand), "a real number is out of bounds");
    if (operand.isArray())
        for (const auto& item : operand.getArrayAsVector()) check_size(item);
    if (operand.isDictionary())
        for (const auto& [key, value] : operand.getDictAsMap()) check_size(value);
}

/// Colours of a device need an output intent for them, or a space in their place.
void ContentCheck::check_colour(const std::string& name) {
    const bool named = (name == "cs" || name == "CS") && !operands_.empty();
    const auto sets = [&](const char* fill, const char* stroke, const char* space) {
        return name == fill || name == stroke || (named && operands_.back().isNameAndEquals(space));
    };
    const bool printing = purpose_ == Purpose::printing;
    coloured_ = coloured_ || is_one_of(colour_operators, name);
    for (const auto& [fill, stroke, device] : device_operators) {
        if (!sets(fill, stroke, device)) continue;
        const std::string in_place = "/Default" + std::string(device).substr(7);
        if (has_resource("/ColorSpace", in_place)) continue;
        if (!printing)
            report_.expect(covers(output_, device) || !told_.insert(device).second,
                           "ISO 19005-2 6.2.4.3", uncovered(device) + where_);
        else if (device == std::string_view("/DeviceRGB"))
            report_.add("ISO 15930-7", "RGB colours without a profile (DefaultRGB)" + where_);
    }
    if (name == "gs" && !operands_.empty() && operands_.back().isName())
        use("/ExtGState", operands_.back().getName());
    if (name == "Tf" && operands_.size() == 2 && operands_[0].isName())
        use("/Font", font_ = operands_[0].getName());
}

void ContentCheck::check_painting(const std::string& name, const Operator& known) {
    report_.expect(place_ == Place::form || is_marked(), "ISO 14289-1 7.1",
                   name + " paints outside tagged content and artifacts" + where_);
    // At first the colour is a black of the device.
    const bool bare = !coloured_ && place_ == Place::page && name != "Do" && name != "sh";
    if (bare && output_.empty() && purpose_ != Purpose::printing &&
        told_.insert("/DeviceGray").second)
        report_.add("ISO 19005-2 6.2.4.3", uncovered("/DeviceGray") + where_);
    if (operands_.empty()) return;
    if (known.shows_text) note_codes(operands_.back());
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
    if (properties.isDictionary() && properties.hasKey("/Lang"))
        report_.expect(properties.getKey("/Lang").isString() &&
                           is_language_tag(properties.getKey("/Lang").getUTF8Value()),
                       "ISO 14289-1 7.2", "a language is no language tag" + where_);
    if (purpose_ == Purpose::modern && properties.isDictionary())
        for (const char* key : {"/Alt", "/ActualText", "/E"})
            report_.expect(!properties.getKey(key).isString() ||
                               !has_private_use(properties.getKey(key).getUTF8Value()),
                           "ISO 14289-2 8.4.3",
                           "a replacement has characters for private use" + where_);
    marks_.push_back({artifact ? Mark::Kind::artifact
                      : tagged ? Mark::Kind::content
                               : Mark::Kind::span,
                      properties.isDictionary() && properties.hasKey("/ActualText"), in_text_});
}

void ContentCheck::note_codes(QPDFObjectHandle text) {
    report_.expect(!font_.empty(), "ISO 32000-1 9.3.1", "text is shown without a font" + where_);
    Codes& codes = codes_[font_];
    const bool has_text =
        std::any_of(marks_.begin(), marks_.end(), [](const Mark& mark) { return mark.has_text; });
    const auto note = [&](const std::string& bytes) {
        for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
            const unsigned code = static_cast<unsigned>(static_cast<unsigned char>(bytes[i])) << 8 |
                                  static_cast<unsigned char>(bytes[i + 1]);
            codes.all.insert(code);
            if (!has_text) codes.without_text.insert(code);
        }
    };
    if (text.isString()) note(text.getStringValue());
    if (text.isArray())
        for (QPDFObjectHandle item : text.getArrayAsVector())
            if (item.isString()) note(item.getStringValue());
}

}  // namespace triptych::verify
