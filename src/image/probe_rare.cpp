#include "image/probe_rare.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "image/exif.hpp"
#include "image/probe_bytes.hpp"

namespace triptych::image {
namespace {

using namespace std::string_view_literals;

bool is_heic_brand(std::string_view brand) {
    return brand == "heic" || brand == "heix" || brand == "mif1" || brand == "heim" ||
           brand == "heis";
}

/// The properties of the primary item (ISO/IEC 14496-12 §8.11, 23008-12 §6.5): its size, the part
/// of it that is shown, and quarter turns.
class HeicItem {
public:
    explicit HeicItem(std::string_view bytes) : head_(bytes.substr(0, std::size_t{64} << 10U)) {}

    Info info() {
        find_properties();
        const auto pitm = head_.find("pitm"sv), ipma = head_.find("ipma"sv);
        if (pitm == std::string_view::npos || ipma == std::string_view::npos) return {};
        const std::uint32_t primary =
            byte_at(head_, pitm + 4) == 0 ? big16(head_, pitm + 8) : big32(head_, pitm + 8);
        const bool wide_id = byte_at(head_, ipma + 4) != 0,
                   wide_index = (byte_at(head_, ipma + 7) & 1) != 0;
        std::size_t at = ipma + 12;
        for (std::uint32_t left = big32(head_, ipma + 8); left > 0 && at < head_.size(); --left) {
            const std::uint32_t item = wide_id ? big32(head_, at) : big16(head_, at);
            at += wide_id ? 4 : 2;
            for (std::uint32_t count = byte_at(head_, at++); count > 0; --count) {
                const std::uint32_t index =
                    wide_index ? big16(head_, at) & 0x7FFF : byte_at(head_, at) & 0x7F;
                at += wide_index ? 2 : 1;
                if (item == primary) apply(index);
            }
        }
        if (turned_) std::swap(info_.width, info_.height);
        return info_;
    }

private:
    /// Where the boxes begin that properties are, behind their size.
    void find_properties() {
        const auto ipco = head_.find("ipco"sv);
        if (ipco == std::string_view::npos || ipco < 4) return;
        const std::size_t end = std::min(head_.size(), ipco - 4 + big32(head_, ipco - 4));
        for (std::size_t at = ipco + 4; at + 8 <= end;) {
            properties_.push_back(at + 4);
            const std::uint32_t size = big32(head_, at);
            if (size < 8) return;
            at += size;
        }
    }
    void apply(std::uint32_t index) {
        if (index == 0 || index > properties_.size()) return;
        const std::size_t at = properties_[index - 1];
        const std::string_view type = head_.substr(at, 4);
        if (type == "ispe"sv) {
            info_.width = big32(head_, at + 8);
            info_.height = big32(head_, at + 12);
        } else if (type == "clap"sv) {
            info_.width = part(at + 4, info_.width);
            info_.height = part(at + 12, info_.height);
        } else if (type == "irot"sv) {
            turned_ = byte_at(head_, at + 4) % 2 == 1;
        }
    }
    std::uint32_t part(std::size_t at, std::uint32_t whole) const {
        const std::uint32_t over = big32(head_, at), under = big32(head_, at + 4);
        return under > 0 ? std::min(whole, over / under) : whole;
    }

    std::string_view head_;
    std::vector<std::size_t> properties_;
    Info info_{Format::heic, 0, 0, 1, 3, true};
    bool turned_ = false;
};

/// Windows' bitmaps: the file header, then that of the picture.
Info probe_bmp(std::string_view bytes) {
    const auto height = static_cast<std::int32_t>(little16(bytes, 22) | little16(bytes, 24) << 16);
    return {Format::bmp,
            little16(bytes, 18) | little16(bytes, 20) << 16,
            static_cast<std::uint32_t>(height < 0 ? -std::int64_t{height} : height),
            1,
            3,
            true};
}

/// The first directory of a TIFF file (TIFF 6.0 §2) has the size and the turn.
Info probe_tiff(std::string_view bytes) {
    const TiffReader tiff(bytes);
    Info info{Format::tiff, 0, 0, 1, 3, true};
    const std::size_t directory = tiff.number32(4), entries = tiff.number16(directory);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + 12 * i;
        const std::uint32_t tag = tiff.number16(entry);
        const std::uint32_t value =
            tiff.number16(entry + 2) == 3 ? tiff.number16(entry + 8) : tiff.number32(entry + 8);
        if (tag == 256) info.width = value;
        if (tag == 257) info.height = value;
        if (tag == 274 && value >= 1 && value <= 8)
            info.orientation = static_cast<std::uint8_t>(value);
    }
    if (info.orientation > 4) std::swap(info.width, info.height);
    return info;
}

/// Fields of a few bits each, from the lowest bit on (ISO/IEC 18181-1 §B).
class BitFields {
public:
    explicit BitFields(std::string_view bytes) : bytes_(bytes) {}
    std::uint32_t take(unsigned count) {
        std::uint32_t value = 0;
        for (unsigned i = 0; i < count; ++i, ++at_)
            value |= (byte_at(bytes_, at_ / 8) >> at_ % 8 & 1U) << i;
        return value;
    }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

/// The size header of a code stream (§D.2), which may lie in a box of a container.
Info probe_jxl(std::string_view bytes) {
    if (!bytes.starts_with("\xFF\x0A"sv)) {
        const auto head = bytes.substr(0, std::size_t{64} << 10U);
        const auto whole = head.find("jxlc\xFF\x0A"sv), part = head.find("jxlp"sv);
        if (whole != std::string_view::npos)
            bytes = bytes.substr(whole + 4);
        else if (part != std::string_view::npos)
            bytes = bytes.substr(part + 8);
        if (!bytes.starts_with("\xFF\x0A"sv)) return {};
    }
    BitFields fields(bytes.substr(2));
    const bool small = fields.take(1) != 0;
    const auto side = [&] {
        if (small) return (fields.take(5) + 1) * 8;
        constexpr unsigned bits[] = {9, 13, 18, 30};
        return fields.take(bits[fields.take(2)]) + 1;
    };
    Info info{Format::jxl, 0, side(), 1, 3, true};
    constexpr std::uint32_t ratios[][2] = {{1, 1},  {12, 10}, {4, 3}, {3, 2},
                                           {16, 9}, {5, 4},   {2, 1}};
    if (const std::uint32_t ratio = fields.take(3); ratio > 0)
        info.width = static_cast<std::uint32_t>(std::uint64_t{info.height} * ratios[ratio - 1][0] /
                                                ratios[ratio - 1][1]);
    else
        info.width = side();
    // Extra fields follow; of these the orientation is the first (§D.3.1).
    const bool is_default = fields.take(1) != 0;
    if (!is_default && fields.take(1) != 0 && fields.take(3) >= 4)
        std::swap(info.width, info.height);
    return info;
}

}  // namespace

Info probe_rare(std::string_view bytes) {
    if (bytes.starts_with("BM"sv)) return probe_bmp(bytes);
    if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv)) return probe_tiff(bytes);
    if (bytes.starts_with("\xFF\x0A"sv) || bytes.starts_with("\0\0\0\x0CJXL \r\n\x87\n"sv))
        return probe_jxl(bytes);
    if (bytes.substr(4, 4) == "ftyp"sv && is_heic_brand(bytes.substr(8, 4)))
        return HeicItem(bytes).info();
    return {};
}

}  // namespace triptych::image
