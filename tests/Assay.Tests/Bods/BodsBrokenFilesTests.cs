using System.Text;
using Assay.Formats.Bods;
using Xunit;

namespace Assay.Tests.Bods;

/// <summary>Files that are no proper ones: a clear message with the line, and the rest read where its beginning can be known.</summary>
public sealed class BodsBrokenFilesTests
{
    [Fact]
    public void JSON_lines_and_an_array_give_the_same_rows()
    {
        string[] statements = [BodsText.Entity("c"), BodsText.Person("p"), BodsText.Relationship("r", "c", "p", BodsText.Shares("\"exact\":5"))];
        var expected = BodsRowsOf.Text($"[{string.Join(",\n", statements)}]");
        Assert.Empty(expected.Problems);
        Assert.Equal(expected.All(), BodsRowsOf.Text(string.Join('\n', statements)).All());
        Assert.Equal(expected.All(), BodsRowsOf.Text($"\uFEFF{string.Join("\r\n\r\n", statements)}\r\n").All());
    }

    [Theory]
    [InlineData("", "a.json:1:1 bods-empty")]
    [InlineData("  \n ", "bods-empty")]
    [InlineData("hello", "a.json:1:1 bods-no-json: 'h' at the beginning")]
    [InlineData("{\n}", "a.json:1:1 bods-type: $ is an object over several lines")]
    [InlineData("[{},", "bods-cut-off: the end of the file inside the array")]
    [InlineData("[{\"a\":1", "bods-cut-off: the end of the file inside statement $[0]")]
    [InlineData("[{\"a\":\"x", "bods-cut-off: the end of the file inside a text of statement $[0]")]
    [InlineData("[]\n[]", "a.json:2:1 bods-more: an array after the end of the array")]
    public void What_is_wrong_with_a_whole_file_is_said(string text, string problem) =>
        Assert.Contains(BodsSamples.CheckText(text), found => found.ToString().Contains(problem, StringComparison.Ordinal));

    [Theory]
    [InlineData("1, \"x\", [{}], null", "bods-type")]
    [InlineData("{\"a\":tru}", "bods-no-json")]
    [InlineData("{\"statementId\":\"x\",\"statementId\":\"y\"}", "bods-no-json")]
    [InlineData("{\"a\":\"\\ud800\"}", "")]
    [InlineData("{\"statementId\":\"\\ud800\"}", "not-utf8")]
    public void What_follows_a_broken_element_of_an_array_is_read(string broken, string code)
    {
        var rows = BodsRowsOf.Text($"[{broken},{BodsText.Entity("c")}]");
        Assert.Equal(["id=bods-c"], rows.Of("entities", "id"));
        Assert.Contains(rows.Sink.Problems, problem => code.Length == 0 || problem.Code == code);
        Assert.All(rows.Sink.Problems, problem => Assert.Equal(("a.json", 1), (problem.File, problem.Line)));
    }

    [Theory]
    [InlineData("{\"a\":1")]
    [InlineData("{\"a\":\"x")]
    [InlineData("nonsense")]
    [InlineData("[1,2]")]
    public void What_follows_a_broken_line_of_JSON_lines_is_read(string broken)
    {
        var rows = BodsRowsOf.Text($"{BodsText.Entity("c")}\n{broken}\n{BodsText.Entity("d")}\n");
        Assert.Equal(["id=bods-c", "id=bods-d"], rows.Of("entities", "id"));
        Assert.Equal(2, Assert.Single(rows.Sink.Problems).Line);
    }

    [Fact]
    public void Two_statements_on_one_line_are_reported()
    {
        var rows = BodsRowsOf.Text($"{BodsText.Entity("c")} {BodsText.Entity("d")}\n{BodsText.Entity("e")}");
        Assert.Equal(["id=bods-c", "id=bods-e"], rows.Of("entities", "id"));
        Assert.Equal("bods-more", Assert.Single(rows.Sink.Problems).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nesting_of_a_hundred_thousand_is_passed_over(bool isLines)
    {
        var deep = $"{{\"a\":{new string('[', 100_000)}{new string(']', 100_000)}}}";
        var rows = BodsRowsOf.Text(isLines ? $"{BodsText.Entity("b")}\n{deep}\n{BodsText.Entity("c")}" : $"[{deep},{BodsText.Entity("b")},{BodsText.Entity("c")}]");
        Assert.Equal(["id=bods-b", "id=bods-c"], rows.Of("entities", "id"));
        Assert.Contains("nested 100001 deep", Assert.Single(rows.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_longer_than_memory_is_passed_over_in_bounded_memory()
    {
        // Ten times what is kept of a statement, made while it is read; two passes.
        var rows = BodsRowsOf.Stream(() => new EndlessLine($"{BodsText.Entity("b")}\n{{\"a\":\"", 40_000_000, $"\"}}\n{BodsText.Entity("c")}"), 1);
        Assert.Equal(["id=bods-b", "id=bods-c"], rows.Of("entities", "id"));
        Assert.Equal("bods-too-long", Assert.Single(rows.Sink.Problems).Code);
        Assert.Equal(2, rows.Sink.Problems[0].Line);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Another_encoding_is_named(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        foreach (var bytes in new[] { encoding.GetBytes("[{}]"), [.. encoding.GetPreamble(), .. encoding.GetBytes("[{}]")] })
            Assert.Equal("not-utf8", Assert.Single(BodsSamples.Check(new MemoryStream(bytes), "a.json")).Code);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_lose_their_statement_alone()
    {
        var bytes = Encoding.Latin1.GetBytes($"[{BodsText.Entity("b", "\"alternateNames\":[\"Société\"]")},{BodsText.Entity("c")}]");
        var rows = BodsRowsOf.Bytes(bytes);
        Assert.Equal(["id=bods-c"], rows.Of("entities", "id"));
        Assert.Equal("not-utf8", Assert.Single(rows.Sink.Problems).Code);
    }

    [Theory]
    [InlineData("0000-01-01", "bods-anyof")]
    [InlineData("9999-12-31", "bods-future")]
    [InlineData("2024-13-01", "bods-anyof")]
    public void A_statement_of_no_day_or_of_one_to_come_is_reported(string date, string code) =>
        Assert.Contains(BodsSamples.CheckText($"[{BodsText.Entity("b", date: date)}]"), problem => problem.Code == code);

    [Fact]
    public void An_interest_that_ends_in_the_year_9999_still_holds()
    {
        var rows = BodsRowsOf.Text($"[{BodsText.Entity("c")},{BodsText.Person("p")},{BodsText.Relationship("r", "c", "p", BodsText.Shares("\"exact\":5", start: "0001-01-01", end: "9999-12-31"))}]");
        Assert.Equal(["from=0001-01-01 to=9999-12-31"], rows.Of("stakes", "from", "to"));
        Assert.Empty(rows.Problems);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused_and_gives_no_row()
    {
        var whole = $"[{BodsText.Entity("c")},{BodsText.Person("p", "\"names\":[{\"fullName\":\"Zoë [\\\"] \\\\\"}]")}]";
        var bytes = Encoding.UTF8.GetBytes(whole);
        Assert.Empty(BodsRowsOf.Bytes(bytes).Problems);
        for (var length = 0; length < bytes.Length; length++)
        {
            var error = Assert.Throws<InvalidDataException>(() => BodsRowsOf.Bytes(bytes[..length]));
            Assert.StartsWith("line 1, column", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_last_line_that_is_cut_off_is_refused_with_its_line()
    {
        var error = Assert.Throws<InvalidDataException>(() => BodsRowsOf.Text($"{BodsText.Entity("c")}\n{BodsText.Entity("d")[..^9]}"));
        Assert.StartsWith("line 2, column 1: the end of the file inside a text of statement $[1]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_without_a_share_between_its_limits_is_not_known_and_told()
    {
        var rows = BodsRowsOf.Text($"[{BodsText.Entity("c")},{BodsText.Person("p")},{BodsText.Relationship("r", "c", "p", BodsText.Shares("\"minimum\":60,\"maximum\":40"))}]");
        Assert.Equal(["share_min=0 share_max=100"], rows.Of("stakes", "share_pct", "share_min", "share_max"));
        Assert.Equal("bods-share", Assert.Single(rows.Sink.Problems).Code);
        Assert.Contains("shareholdings with contradictory limits: taken as not known 1", rows.Skipped, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_changes_its_kind_is_taken_as_the_latest_statement_has_it()
    {
        var rows = BodsRowsOf.Text($"[{BodsText.Entity("x", date: "2020-01-01")},{BodsText.Person("x", "\"names\":[{\"fullName\":\"X\"}]", date: "2021-01-01")}]");
        Assert.Equal(["id=bods-x kind=person"], rows.Of("entities", "id", "kind"));
        Assert.Contains(rows.Sink.Problems, problem => problem.Code == "bods-series");
    }

    /// <summary>A text, very many letters, a text.</summary>
    private sealed class EndlessLine(string before, long many, string after) : Stream
    {
        private readonly byte[] _before = Encoding.UTF8.GetBytes(before), _after = Encoding.UTF8.GetBytes(after);
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => _before.Length + many + _after.Length;

        public override long Position { get => _at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var part = _at < _before.Length ? _before.AsSpan((int)_at) : _at < _before.Length + many ? default : _after.AsSpan((int)(_at - _before.Length - many));
            var length = (int)Math.Min(buffer.Length, _at >= _before.Length && _at < _before.Length + many ? _before.Length + many - _at : part.Length);
            if (part.IsEmpty) buffer[..length].Fill((byte)'x');
            else part[..length].CopyTo(buffer);
            _at += length;
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
