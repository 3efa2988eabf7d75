#include "image/jpeg_segments.hpp"

#include "image/probe_bytes.hpp"

namespace triptych::image {

std::optional<JpegSegment> JpegSegments::next() {
    while (!ended_ && at_ + 4 <= file_.size() && byte_at(file_, at_) == 0xFF) {
        const auto marker = static_cast<std::uint8_t>(byte_at(file_, at_ + 1));
        if (marker == 0xFF) {
            ++at_;
            continue;
        }
        const std::size_t length = big16(file_, at_ + 2);
        if (length < 2 || at_ + 2 + length > file_.size()) break;
        const std::string_view body = file_.substr(at_ + 4, length - 2);
        at_ += 2 + length;
        ended_ = marker == jpeg_scan;
        return JpegSegment{marker, body};
    }
    ended_ = true;
    return std::nullopt;
}

void JpegProfile::add(const JpegSegment& segment) {
    constexpr std::uint8_t application_2 = 0xE2;
    constexpr std::string_view mark("ICC_PROFILE\0", 12);
    const std::string_view body = segment.body;
    if (segment.marker != application_2 || !body.starts_with(mark) || body.size() < mark.size() + 2)
        return;
    count_ = byte_at(body, mark.size() + 1);
    parts_.emplace(byte_at(body, mark.size()), body.substr(mark.size() + 2));
}

std::string JpegProfile::whole() const {
    std::string out;
    std::uint32_t expected = 1;
    for (const auto& [number, part] : parts_) {
        if (number != expected++) return {};
        out += part;
    }
    return parts_.size() == count_ ? out : std::string();
}

}  // namespace triptych::image
