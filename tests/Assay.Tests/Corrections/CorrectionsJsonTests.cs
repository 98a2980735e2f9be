using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Articles;
using Assay.Claims;
using Assay.Claims.Corrections;
using Assay.Formats;
using Assay.Formats.Json;
using Assay.Tests.Cli;
using Assay.Tests.Json;
using Xunit;

namespace Assay.Tests.Corrections;

/// <summary>Corrections survive being written, and what is no correction is refused with its place.</summary>
public sealed class CorrectionsJsonTests
{
    private static readonly ClaimForm Form = new ClaimForm { Kind = ClaimKind.OwnershipShare, Stance = Stance.Attributed, Speaker = "Ännchen <b>", Expects = "about 25 %", Time = "2019 to 2023" }.With("owner", "kraken; nereid").With("owned", "abyss");
    private static readonly QuotedSpan At = new(new TextSpan(3, 20), "\"so\" it & <is> \ud83d\ude00");
    private static readonly ClaimRef Claim = new("c3", At, ClaimKind.Membership) { About = "member: lm" };

    private static readonly Correction[] All =
    [
        new Correction.Change(Claim, Form), new Correction.Drop(Claim, "a slogan"), new Correction.Add(new FormAt(At, Form)),
        new Correction.Split(Claim, [new FormAt(At, Form), new FormAt(At, new ClaimForm { Kind = ClaimKind.Other })]), new Correction.Merge([Claim, Claim with { Id = "c4" }], Form),
    ];

    private static string File => Encoding.UTF8.GetString(Written(All));

    [Fact]
    public void Corrections_read_again_are_the_same()
    {
        using var stream = new MemoryStream(Written(All));
        Assert.Equal(Dump.Of(All), Dump.Of(CorrectionsJson.Read(stream, "corrections.json")));
        Assert.All(All, one => Assert.Equal(Dump.Of(one), Dump.Of(CorrectionsJson.Parse(CorrectionsJson.ToText(one)))));
    }

    [Fact]
    public void What_is_left_out_is_as_usual()
    {
        const string Text = """{ "corrections": [ { "claim": { "id": "c1", "kind": "other", "quote": "sea", "start": 2, "end": 5 }, "form": { "kind": "membership" }, "do": "change" } ] }""";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Text));
        var change = Assert.IsType<Correction.Change>(Assert.Single(CorrectionsJson.Read(stream, "corrections.json")));
        Assert.Equal(new ClaimForm { Kind = ClaimKind.Membership }, change.Form);
        Assert.Equal(new ClaimRef("c1", new QuotedSpan(new TextSpan(2, 5), "sea"), ClaimKind.Other), change.Claim);
    }

    [Fact]
    public void What_is_written_keeps_to_the_schema()
    {
        using var schema = JsonDocument.Parse(System.IO.File.ReadAllText(Checkout.PathOf("docs", "formats", "corrections.schema.json")));
        using var document = JsonDocument.Parse(File);
        Assert.Empty(new SchemaCheck(schema.RootElement).Check(document.RootElement));
    }

    [Theory]
    [InlineData("$.corrections[0].form.kind", "/corrections/0/form/kind", "\"ownership share\"")]
    [InlineData("$.corrections[0].form.roles.owner", "/corrections/0/form/roles/owner", "7")]
    [InlineData("$.corrections[0].form.roles.owner", "/corrections/0/form/roles/owner", "null")]
    [InlineData("$.corrections[1].reason", "/corrections/1/reason", "null")]
    [InlineData("$.corrections[2].at", "/corrections/2/at/end", "2")]
    [InlineData("$.corrections[2].at", "/corrections/2/at/start", "-1")]
    [InlineData("$.corrections[3].parts[1].at.start", "/corrections/3/parts/1/at/start", "1e99")]
    [InlineData("$.corrections[4].claims[1]", "/corrections/4/claims/1", "null")]
    [InlineData("$.corrections[1]", "/corrections/1/do", "\"undo\"")]
    [InlineData("$.corrections[1].by", "/corrections/1/by", "\"somebody\"")]
    [InlineData("$.corrections", "/corrections", "{}")]
    public void A_wrong_value_is_refused_with_its_path(string told, string at, string value)
    {
        var document = JsonNode.Parse(File)!;
        var steps = at.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var parent = steps[..^1].Aggregate(document, (node, step) => int.TryParse(step, out var i) ? node[i]! : node[step]!);
        var put = JsonNode.Parse(value);
        if (int.TryParse(steps[^1], out var index)) parent[index] = put;
        else parent[steps[^1]] = put;
        var error = Refused(document.ToJsonString());
        Assert.Contains($"{told}:", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"corrections\":[null]}")]
    [InlineData("{\"corrections\":[{\"do\":\"drop\"}]}")]
    [InlineData("{\"corrections\":[],\"corrections\":[]}")]
    [InlineData("{\"corrections\":[]} x")]
    [InlineData("\u0000")]
    public void What_is_no_file_of_corrections_is_refused(string text) => Assert.Single(Refused(text).Problems);

    [Fact]
    public void Bytes_that_are_no_text_and_endless_nesting_are_refused()
    {
        using var bytes = new MemoryStream([0x7b, 0xff, 0xfe, 0x7d]);
        Assert.Throws<InvalidDataFileException>(() => CorrectionsJson.Read(bytes, "x"));
        Refused(new string('[', 100_000));
    }

    [Fact]
    public void The_command_line_checks_an_article_with_corrections()
    {
        using var folder = new TemporaryFolder();
        const string Text = "Date: 2025-06-17\n\nKazakhstan is a member of NATO.\n";
        var article = folder.Write("a.txt", Encoding.UTF8.GetBytes(Text));
        var quote = "Kazakhstan is a member of NATO";
        var start = Text.IndexOf(quote, StringComparison.Ordinal);
        var claim = new ClaimRef("c1", new QuotedSpan(new TextSpan(start, start + quote.Length), quote), ClaimKind.Membership);
        var form = new ClaimForm { Kind = ClaimKind.Membership }.With("member", "kz").With("body", "csto");
        var file = folder.Write("c.json", Written(new Correction.Change(claim, form), new Correction.Drop(claim with { Id = "c8", Kind = ClaimKind.Rank }, "none")));
        var run = InProcessRun.Of("check", article, "--corrections", file, "--format", "json", "--changes", "0");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("correction 2 is set aside", Assert.Single(run.Complaints), StringComparison.Ordinal);
        using var document = JsonDocument.Parse(run.Output);
        using var schema = JsonDocument.Parse(System.IO.File.ReadAllText(Checkout.PathOf("docs", "formats", "output.schema.json")));
        Assert.Empty(new SchemaCheck(schema.RootElement).Check(document.RootElement));
        var found = document.RootElement.GetProperty("claims")[0];
        Assert.Equal("Supported", found.GetProperty("verdict").GetString());
        var corrected = found.GetProperty("corrected");
        Assert.Equal(("changed", "roles.body"), (corrected.GetProperty("how").GetString(), corrected.GetProperty("differences")[0].GetProperty("field").GetString()));
        Assert.Equal("claim-gone", document.RootElement.GetProperty("setAside")[0].GetProperty("why").GetString());
    }

    [Fact]
    public void The_command_line_says_what_is_wrong_with_corrections()
    {
        using var folder = new TemporaryFolder();
        var article = folder.Write("a.txt", "Kazakhstan is a member of NATO."u8);
        var broken = folder.Write("c.json", "{\"corrections\":[7]}"u8);
        var run = InProcessRun.Of("check", article, "--corrections", broken);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("$.corrections[0]", Assert.Single(run.Complaints), StringComparison.Ordinal);
        Assert.Equal(3, InProcessRun.Of("check", article, "--corrections", folder["none.json"]).ExitCode);
        Assert.Equal(2, InProcessRun.Of("check", article, folder.Write("b.txt", "Nothing."u8), "--corrections", broken).ExitCode);
    }

    private static InvalidDataFileException Refused(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return Assert.Throws<InvalidDataFileException>(() => CorrectionsJson.Read(stream, "corrections.json"));
    }

    private static byte[] Written(params Correction[] corrections)
    {
        using var stream = new MemoryStream();
        CorrectionsJson.Write(stream, corrections);
        return stream.ToArray();
    }
}
