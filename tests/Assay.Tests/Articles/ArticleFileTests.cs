using System.Text;
using Assay.Formats;
using Assay.Formats.Articles;
using Xunit;

namespace Assay.Tests.Articles;

public sealed class ArticleFileTests
{
    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_tells_the_encoding(string encoding)
    {
        var writer = Encoding.GetEncoding(encoding);
        Assert.Equal("Өскемен is ours.", Read([.. writer.GetPreamble(), .. writer.GetBytes("Өскемен is ours.")]).Text);
    }

    [Fact]
    public void Without_a_mark_it_is_utf8() => Assert.Equal("Өскемен is ours. 😀", Read("Өскемен is ours. 😀"u8.ToArray()).Text);

    [Fact]
    public void Invalid_utf8_is_told_with_its_offset_and_place()
    {
        var problem = Refused([.. "One line.\nThe caf"u8, 0xE9, .. " is ours."u8]);
        Assert.Equal(("not-utf8", 2, 8), (problem.Code, problem.Line, problem.Column));
        Assert.Contains("0xE9 at offset 17", problem.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1251", "Гавань принадлежит Туле.", "iconv -f WINDOWS-1251 ")]
    [InlineData("windows-1252", "Le café d'à côté est à Thulé.", "iconv -f WINDOWS-1252 ")]
    [InlineData("utf-16LE", "Гавань принадлежит Туле.", "UTF-8")]
    [InlineData("utf-16LE", "Thule owns it.", "iconv -f UTF-16LE ")]
    [InlineData("utf-16BE", "Thule owns it.", "iconv -f UTF-16BE ")]
    public void An_encoding_that_nothing_declares_is_not_guessed_but_named_in_the_message(string encoding, string text, string mend)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.Contains(mend, Refused(Encoding.GetEncoding(encoding).GetBytes(text)).Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[0], "empty")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x20, 0x0A }, "empty")]
    [InlineData(new byte[] { 0x41, 0, 0x42, 0, 0x43 }, "not-text")]
    [InlineData(new byte[] { 0x41, 0, 0x42, 0 }, "encoding")]
    [InlineData(new byte[] { 4, 0x3D, 4, 0x35, 0, 0x20, 4, 0x42 }, "encoding")]
    [InlineData(new byte[] { 1, 2, 3, 4, 5, 0x41 }, "not-text")]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D, 0x31 }, "pdf")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 20, 0 }, "not-document")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0 }, "encoding")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41 }, "not-utf16")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00 }, "not-utf16")]
    public void What_is_no_text_is_refused_with_its_reason(byte[] bytes, string code) => Assert.Equal(code, Refused(bytes).Code);

    [Fact]
    public void A_stream_is_read_no_further_than_the_limit()
    {
        using var endless = new EndlessStream();
        var error = Assert.Throws<InvalidDataFileException>(() => ArticleFile.Read(endless, "endless"));
        Assert.Equal("too-large", Assert.Single(error.Problems).Code);
        Assert.InRange(endless.Position, ArticleFile.MostBytes, ArticleFile.MostBytes + (1 << 17));
    }

    [Fact]
    public void A_missing_file_keeps_its_own_exception() => Assert.Throws<FileNotFoundException>(() => ArticleFile.Read("no-such-article.txt"));

    private static Assay.Articles.Article Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return ArticleFile.Read(stream, "article");
    }

    private static Problem Refused(byte[] bytes) => Assert.Single(Assert.Throws<InvalidDataFileException>(() => Read(bytes)).Problems);

    private sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)'a', offset, count);
            Position += count;
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
