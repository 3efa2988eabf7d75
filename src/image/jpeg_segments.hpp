#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

/// A JPEG file (ITU-T T.81 Annex B) as segments, up to its first scan.
namespace triptych::image {

struct JpegSegment {
    std::uint8_t marker = 0;
    std::string_view body;
};

inline constexpr std::uint8_t jpeg_scan = 0xDA;

/// Goes over the segments behind the start of the image. The file must outlive it.
class JpegSegments {
public:
    explicit JpegSegments(std::string_view file) : file_(file) {}
    /// Nothing behind the head of the first scan, or where the file is cut or no JPEG.
    std::optional<JpegSegment> next();
    /// Where the segment given last ends.
    std::size_t position() const { return at_; }

private:
    std::string_view file_;
    std::size_t at_ = 2;
    bool ended_ = false;
};

/// The profile that is cut into numbered segments (ICC.1:2010 Annex B.4).
class JpegProfile {
public:
    void add(const JpegSegment& segment);
    /// Empty when there is none, or when a part is missing.
    std::string whole() const;

private:
    std::map<std::uint32_t, std::string_view> parts_;
    std::uint32_t count_ = 0;
};

}  // namespace triptych::image
