#include "typeset/flow/link_code.hpp"

#include <algorithm>

#include <qrcodegen.hpp>

namespace triptych::typeset {
namespace {

using namespace literals;
using qrcodegen::QrCode;

constexpr Length least_size = 18_mm, least_module = 0.4_mm;
/// At a medium level of correction the largest symbol holds so many bytes (ISO/IEC 18004 table 7).
constexpr std::size_t most_bytes = 2331;

void add_bar(Point at, Size size, std::vector<pages::Segment>& segments) {
    segments.push_back(pages::MoveTo{at});
    segments.push_back(pages::LineTo{{at.x + size.width, at.y}});
    segments.push_back(pages::LineTo{{at.x + size.width, at.y + size.height}});
    segments.push_back(pages::LineTo{{at.x, at.y + size.height}});
    segments.push_back(pages::ClosePath{});
}

/// The dark modules of one row, neighbours joined so that no seams show between them.
void add_row(const QrCode& code, int y, Length module, std::vector<pages::Segment>& segments) {
    for (int x = 0; x < code.getSize(); ++x) {
        const int begin = x;
        while (x < code.getSize() && code.getModule(x, y)) ++x;
        if (x > begin)
            add_bar({module * begin, module * y}, {module * (x - begin), module}, segments);
    }
}

}  // namespace

std::optional<LinkCode> link_code(const std::string& address, Colour colour) {
    if (address.empty() || address.size() > most_bytes || address.find('\0') != std::string::npos)
        return std::nullopt;
    const QrCode code = QrCode::encodeText(address.c_str(), QrCode::Ecc::MEDIUM);
    const Length module =
        std::max(least_module, (least_size + Length{code.getSize() - 1}) / code.getSize());
    LinkCode result;
    result.size = module * code.getSize();
    result.drawing.fill = colour;
    for (int y = 0; y < code.getSize(); ++y) add_row(code, y, module, result.drawing.segments);
    return result;
}

}  // namespace triptych::typeset
