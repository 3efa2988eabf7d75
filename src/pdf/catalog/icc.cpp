#include "pdf/catalog/icc.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "base/is_one_of.hpp"

namespace triptych::pdf {

namespace {

/// Big-endian numbers, as ICC.1 §4 has them.
void append_u16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value >> 8 & 0xFF);
    out += static_cast<char>(value & 0xFF);
}
void append_u32(std::string& out, std::uint32_t value) {
    append_u16(out, value >> 16);
    append_u16(out, value & 0xFFFF);
}
/// s15Fixed16Number.
void append_fixed(std::string& out, double value) {
    const double scaled = value * 65536.0;
    append_u32(out, static_cast<std::uint32_t>(
                        static_cast<std::int32_t>(scaled + (scaled < 0 ? -0.5 : 0.5))));
}

std::string tag_start(std::string_view type) { return std::string(type) + std::string(4, '\0'); }

std::string fixed_tag(std::string_view type, const std::vector<double>& values) {
    std::string out = tag_start(type);
    for (const double value : values) append_fixed(out, value);
    return out;
}

/// multiLocalizedUnicodeType with one text, in English.
std::string text_tag(std::string_view text) {
    constexpr std::uint32_t records = 1, record_size = 12, text_offset = 28;
    std::string out = tag_start("mluc");
    append_u32(out, records);
    append_u32(out, record_size);
    out += "enUS";
    append_u32(out, static_cast<std::uint32_t>(text.size() * 2));
    append_u32(out, text_offset);
    for (const char c : text) append_u16(out, static_cast<unsigned char>(c));
    return out;
}

/// parametricCurveType 3: (a x + b)^g from d up, c x below.
std::string curve_tag() {
    std::string out = tag_start("para");
    append_u16(out, 3);
    append_u16(out, 0);
    for (const double value : {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045})
        append_fixed(out, value);
    return out;
}

struct Tag {
    std::string_view name;
    std::string data;
};

/// Primaries of ITU-R BT.709 and white D65, adapted to D50 by the linearised Bradford method.
std::vector<Tag> tags() {
    return {{"desc", text_tag("sRGB")},
            {"cprt", text_tag("No copyright, use freely")},
            {"wtpt", fixed_tag("XYZ ", {0.9642, 1.0, 0.8249})},
            {"chad", fixed_tag("sf32", {1.047882, 0.022919, -0.050201, 0.029587, 0.990479,
                                        -0.017059, -0.009232, 0.015076, 0.751678})},
            {"rXYZ", fixed_tag("XYZ ", {0.436035, 0.222488, 0.013916})},
            {"gXYZ", fixed_tag("XYZ ", {0.385101, 0.716942, 0.097067})},
            {"bXYZ", fixed_tag("XYZ ", {0.143066, 0.060608, 0.713913})},
            {"rTRC", curve_tag()},
            {"gTRC", {}},
            {"bTRC", {}}};
}

std::string header(std::size_t size) {
    std::string out;
    append_u32(out, static_cast<std::uint32_t>(size));
    append_u32(out, 0);           // no preferred colour management module
    append_u32(out, 0x04200000);  // version 4.2
    out += "mntrRGB XYZ ";
    for (const std::uint32_t part : {2026U, 1U, 1U, 0U, 0U, 0U}) append_u16(out, part);
    out += "acsp";
    out.append(28, '\0');  // platform, flags, device, perceptual intent
    for (const double white : {0.9642, 1.0, 0.8249}) append_fixed(out, white);
    out.append(48, '\0');  // creator, no profile ID, reserved
    return out;
}

std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
    std::uint32_t out = 0;
    for (std::size_t i = 0; i < 4; ++i) out = out << 8 | static_cast<unsigned char>(bytes[at + i]);
    return out;
}

std::string_view device_of(std::string_view profile) { return profile.substr(12, 4); }

constexpr std::size_t header_size = 128;

/// The tags it lists are there (ICC.1:2010 §7.3), so that a reader will not trip over them.
bool has_its_tags(std::string_view profile) {
    constexpr std::size_t count_size = 4, entry_size = 12;
    if (profile.size() < header_size + count_size) return false;
    const std::size_t count = u32_at(profile, header_size);
    const std::size_t room = (profile.size() - header_size - count_size) / entry_size;
    if (count == 0 || count > room) return false;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = header_size + count_size + i * entry_size;
        const std::size_t start = u32_at(profile, entry + 4), size = u32_at(profile, entry + 8);
        if (start < header_size || start > profile.size() || size > profile.size() - start)
            return false;
    }
    return true;
}

}  // namespace

bool is_usable_profile(std::string_view profile, std::string_view colours) {
    constexpr std::array<std::string_view, 4> devices = {"mntr", "scnr", "prtr", "spac"};
    constexpr unsigned first_unknown_version = 5;
    return profile.size() >= header_size && profile.substr(36, 4) == "acsp" &&
           u32_at(profile, 0) == profile.size() &&
           static_cast<unsigned char>(profile[8]) < first_unknown_version &&
           is_one_of(device_of(profile), devices) && profile.substr(16, 4) == colours &&
           has_its_tags(profile);
}

bool is_printer_profile(std::string_view profile) {
    return is_usable_profile(profile, "CMYK") && device_of(profile) == "prtr";
}

std::string srgb_profile() {
    const std::vector<Tag> all = tags();
    const std::size_t table_size = 4 + all.size() * 12;
    std::string table, data;
    append_u32(table, static_cast<std::uint32_t>(all.size()));
    std::size_t start = 0, size = 0;
    for (const Tag& tag : all) {
        if (!tag.data.empty()) {  // else the data of the tag before are shared
            data.resize((data.size() + 3) / 4 * 4, '\0');
            start = header_size + table_size + data.size();
            size = tag.data.size();
            data += tag.data;
        }
        table += tag.name;
        append_u32(table, static_cast<std::uint32_t>(start));
        append_u32(table, static_cast<std::uint32_t>(size));
    }
    data.resize((data.size() + 3) / 4 * 4, '\0');
    return header(header_size + table.size() + data.size()) + table + data;
}

}  // namespace triptych::pdf
