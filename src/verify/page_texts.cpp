#include "verify/page_texts.hpp"

#include <qpdf/QPDFPageDocumentHelper.hh>

namespace triptych::verify {

namespace {

using Fonts = std::map<QPDFObjGen, std::unique_ptr<FontTexts>>;

/// Reads what one page shows. Text within a span with a replacement is that.
class TextReader : public QPDFObjectHandle::ParserCallbacks {
public:
    TextReader(QPDFObjectHandle page, Fonts& fonts, MarkedTexts& out)
        : page_(page), resources_(page.getKey("/Resources")), fonts_(fonts), out_(out) {}

    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        apply(object.getOperatorValue());
        operands_.clear();
    }
    void handleEOF() override {}

private:
    struct Mark {
        int identifier = -1;
        bool replaced = false;
    };

    void apply(const std::string& name) {
        if (name == "BDC" || name == "BMC") return open(name);
        if (name == "EMC") {
            if (!marks_.empty()) marks_.pop_back();
        } else if (name == "Tf" && operands_.size() == 2) {
            set_font(operands_[0]);
        } else if (name == "Td" || name == "TD" || name == "T*" || name == "Tm") {
            new_line(name);
        } else if (name == "'" || name == "\"") {
            new_line(name);
            if (!operands_.empty()) show(operands_.back());
        } else if (name == "Tj" && !operands_.empty()) {
            show(operands_[0]);
        } else if (name == "TJ" && !operands_.empty() && operands_[0].isArray()) {
            show_all(operands_[0]);
        }
    }

    QPDFObjectHandle properties() {
        QPDFObjectHandle value = operands_.size() < 2 ? QPDFObjectHandle::newNull() : operands_[1];
        if (!value.isName()) return value;
        QPDFObjectHandle named = resources_.isDictionary() ? resources_.getKey("/Properties")
                                                           : QPDFObjectHandle::newNull();
        return named.isDictionary() ? named.getKey(value.getName()) : QPDFObjectHandle::newNull();
    }

    void open(const std::string& name) {
        Mark mark = marks_.empty() ? Mark{} : marks_.back();
        if (!operands_.empty() && operands_[0].isNameAndEquals("/Artifact")) mark.identifier = -1;
        QPDFObjectHandle entries = name == "BDC" ? properties() : QPDFObjectHandle::newNull();
        if (entries.isDictionary()) {
            if (entries.getKey("/MCID").isInteger()) {
                mark.identifier = entries.getKey("/MCID").getIntValueAsInt();
                out_[{page_.getObjectID(), mark.identifier}];
            }
            QPDFObjectHandle text = entries.getKey("/ActualText");
            if (text.isString() && !mark.replaced) {
                append(mark.identifier, text.getUTF8Value());
                mark.replaced = true;
            }
        }
        marks_.push_back(mark);
    }

    void append(int identifier, const std::string& text) {
        if (identifier >= 0) out_[{page_.getObjectID(), identifier}] += text;
    }

    void set_font(QPDFObjectHandle name) {
        QPDFObjectHandle all =
            resources_.isDictionary() ? resources_.getKey("/Font") : QPDFObjectHandle::newNull();
        if (!name.isName() || !all.isDictionary()) return;
        QPDFObjectHandle font = all.getKey(name.getName());
        if (!font.isIndirect()) {
            own_font_ = std::make_unique<FontTexts>(font);
            font_ = own_font_.get();
            return;
        }
        auto& found = fonts_[font.getObjGen()];
        if (!found) found = std::make_unique<FontTexts>(font);
        font_ = found.get();
    }

    /// Where spaces are only gaps, words end with their line.
    void new_line(const std::string& name) {
        const bool same_line = name == "Td" && operands_.size() == 2 && operands_[1].isNumber() &&
                               operands_[1].getNumericValue() == 0;
        if (!same_line) add_gap();
    }
    void add_gap() {
        if (font_ == nullptr || font_->has_space() || marks_.empty() || marks_.back().replaced)
            return;
        const int identifier = marks_.back().identifier;
        if (identifier < 0) return;
        std::string& text = out_[{page_.getObjectID(), identifier}];
        if (!text.empty() && text.back() != ' ') text += ' ';
    }

    void show(QPDFObjectHandle codes) {
        if (!codes.isString() || font_ == nullptr || marks_.empty() || marks_.back().replaced)
            return;
        append(marks_.back().identifier, font_->text_of(codes.getStringValue()));
    }
    void show_all(QPDFObjectHandle array) {
        constexpr double gap = -200;
        for (int i = 0; i < array.getArrayNItems(); ++i) {
            QPDFObjectHandle item = array.getArrayItem(i);
            if (item.isNumber() && item.getNumericValue() < gap) add_gap();
            show(item);
        }
    }

    QPDFObjectHandle page_, resources_;
    Fonts& fonts_;
    MarkedTexts& out_;
    std::vector<QPDFObjectHandle> operands_;
    std::vector<Mark> marks_;
    std::unique_ptr<FontTexts> own_font_;  ///< one that is no object of its own
    const FontTexts* font_ = nullptr;
};

}  // namespace

MarkedTexts read_texts(QPDF& file) {
    MarkedTexts out;
    Fonts fonts;
    for (auto& page : QPDFPageDocumentHelper(file).getAllPages()) {
        TextReader reader(page.getObjectHandle(), fonts, out);
        QPDFObjectHandle::parseContentStream(page.getObjectHandle().getKey("/Contents"), &reader);
    }
    return out;
}

}  // namespace triptych::verify
