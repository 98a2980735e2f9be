using System.Text;
using System.Text.RegularExpressions;
using Assay.Formats;
using Assay.Formats.Packs.Lint;
using Xunit;

namespace Assay.Tests.Packs;

public sealed partial class PackLintTests
{
    /// <summary>What lint says of a pack that is sound but for one edit.</summary>
    private static readonly (string Expected, Action<SmallPack> Edit)[] s_broken =
    [
        ("datapackage.json:0:0 missing-descriptor", p => p["datapackage.json"] = null),
        ("datapackage.json:1:8 bad-json", p => p["datapackage.json"] = "{\"name\""),
        ("datapackage.json:0:0 bad-json", p => p["datapackage.json"] = "[]"),
        ("datapackage.json:5:3 pack-format", p => p.Replace("datapackage.json", "\"format\": \"1\"", "\"format\": \"9\"")),
        ("datapackage.json:3:3 missing-key", p => p.Replace("datapackage.json", "\"title\": \"Small\"", "\"title\": \"\"")),
        ("datapackage.json:8:1 missing-pack", p => p.Replace("datapackage.json", "\"buildsOn\": []", "\"buildsOn\": [\n\"nowhere\"]")),
        ("datapackage.json:501:15 missing-file", p => p["routes.csv"] = null),
        ("datapackage.json:9:3 unlisted-file", p => p["extra.csv"] = "a,b\n"),
        ("datapackage.json:9:3 unlisted-file; datapackage.json:172:15 unknown-table", p => p.Replace("datapackage.json", "\"regimes", "\"rules")),
        ("datapackage.json:172:15 descriptor-fields", p => p.Replace("datapackage.json", "\"regime\"", "\"law\"")),

        ("routes.csv:2:6 not-utf8", p => p.SetBytes("routes.csv", [.. Encoding.UTF8.GetBytes("commodity,origin\nsalt,"), 0xFF, 0x0A])),
        ("routes.csv:1:0 empty-file", p => p["routes.csv"] = ""),
        ("routes.csv:1:0 bad-header", p => p.Replace("routes.csv", "origin,via", "via,origin")),
        ("register.snapshot:0:0 bad-register", p => p["register.snapshot"] = "rows"),
        ("routes.csv:3:6 bad-quote", p => p.Append("routes.csv", "salt,\"aa,line,haven")),
        ("routes.csv:3:6 bad-quote", p => p.Append("routes.csv", "salt,\"aa\"x,line,haven,2021,30,Mt,,reported,s1,")),
        ("routes.csv:3:0 long-row", p => p.Append("routes.csv", $"salt,aa,line,haven,2021,30,Mt,,reported,s1,{new string('x', 1_100_000)}")),
        ("routes.csv:3:0 field-count", p => p.Append("routes.csv", "salt,aa,line")),
        ("routes.csv:3:0 field-count", p => p.Append("routes.csv", "")),

        ("entities.csv:5:17 empty-cell", p => p.Replace("entities.csv", "Salt Company", "")),
        ("entities.csv:5:17 stray-space", p => p.Replace("entities.csv", "Salt Company", " Salt Company")),
        ("events.csv:2:7 bad-id", p => p.Replace("events.csv", "disaster", "Disaster!")),
        ("events.csv:2:32 bad-list", p => p.Replace("events.csv", "aa|lm", "aa||lm")),
        ("events.csv:2:32 listed-twice", p => p.Replace("events.csv", "aa|lm", "aa|lm|aa")),
        ("stakes.csv:2:33 bad-date", p => p.Replace("stakes.csv", "1999", "last year")),
        ("stakes.csv:2:33 bad-date", p => p.Replace("stakes.csv", "1999", "1999-02-30")),
        ("measures.csv:5:25 bad-period", p => p.Replace("measures.csv", "2020-H1", "2020-H3")),
        ("stakes.csv:2:12 bad-number", p => p.Replace("stakes.csv", "salt-co,75", "salt-co,75 %")),
        ("rankings.csv:3:35 bad-number", p => p.Replace("rankings.csv", "lm,2,", "lm,second,")),
        ("stakes.csv:3:26 bad-word", p => p.Replace("stakes.csv", "derived", "guessed")),
        ("stakes.csv:4:15 no-value", p => p.Replace("stakes.csv", "lm-co,salt-co,25", "lm-co,salt-co,")),
        ("routes.csv:2:25 no-value", p => p.Replace("routes.csv", "2020,30,Mt,30,", "2020,,Mt,,")),
        ("measures.csv:5:37 half-range", p => p.Replace("measures.csv", ",10,20,", ",10,,")),
        ("stakes.csv:3:13 range-order", p => p.Replace("stakes.csv", "60,65", "65,60")),
        ("measures.csv:3:26 outside-range", p => p.Replace("measures.csv", "60,58,62", "60,61,62")),
        ("completeness.csv:2:36 short-of-whole; stakes.csv:6:11 share-range", p => p.Replace("stakes.csv", "lm-co,pit,40", "lm-co,pit,-40")),
        ("stakes.csv:2:50 no-source", p => p.Replace("stakes.csv", "1999,2010-05-01,,s1", "1999,2010-05-01,,")),
        ("entities.csv:13:1 duplicate-id", p => p.Append("entities.csv", "pit,field,Another Pit,,aa,,,s1,")),
        ("links.csv:2:6 link-to-itself", p => p.Replace("links.csv", "dune,pit", "dune,dune")),
        ("sources.csv:3:1 duplicate-id", p => p.Append("sources.csv", "s1,The Brine Times,Again,,,news")),

        ("stakes.csv:6:1 unknown-id", p => p.Replace("stakes.csv", "lm-co,pit", "lm-coo,pit")),
        ("routes.csv:2:43 unknown-id", p => p.Replace("routes.csv", "s1", "s2")),
        ("agreements.csv:2:73 unknown-id", p => p.Replace("agreements.csv", "replaced,pact-2000", "replaced,pact-3000")),
        ("attributions.csv:3:1 unknown-id", p => p.Replace("attributions.csv", "flood,lm,", "storm,lm,")),
        ("completeness.csv:3:10 unknown-id", p => p.Replace("completeness.csv", "salt-2020", "salt-2021")),
        ("regimes.csv:3:1 duplicate-row", p => p.Append("regimes.csv", "pit,concession,2000,,s1,")),
        ("entities.csv:13:12 shared-name", p => p.Append("entities.csv", "pit-2,mine,great pit,,aa,,,s1,")),
        ("regimes.csv:2:21 from-after-to", p => p.Replace("regimes.csv", "2000,2040", "2040,2000")),
        ("events.csv:2:49 from-after-to", p => p.Replace("events.csv", "2003-05-01,2003-05-01", "2003-05-01,2003-04")),
        ("agreements.csv:4:39 from-after-to", p => p.Replace("agreements.csv", "2001,,2003", "2001,,1999")),
        ("stakes.csv:3:34 hand-over", p => p.Replace("stakes.csv", "derived,2010-05-01", "derived,2010-05")),
        ("stakes.csv:3:12 over-100; stakes.csv:3:35 stake-overlap", p => p.Replace("stakes.csv", "65,shares,derived,2010-05-01", "65,shares,reported,2008")),
        ("stakes.csv:6:11 over-100", p => p.Replace("stakes.csv", "lm-co,pit,40", "lm-co,pit,41")),
        ("entities.csv:3:30 state-parent", p => p.Replace("entities.csv", "lm,state,Lemuria,Lemurian,lm,", "lm,state,Lemuria,Lemurian,lm,aa")),
        ("entities.csv:5:40 parent-cycle; entities.csv:6:35 parent-cycle", p => p.Replace("entities.csv", "Saltco,aa,", "Saltco,aa,lm-co").Replace("entities.csv", "Lemurian Mining,,lm,", "Lemurian Mining,,lm,salt-co")),
        ("agreements.csv:2:73 replaced-by", p => p.Replace("agreements.csv", "replaced,pact-2000", "replaced,")),
        ("agreements.csv:3:51 replaced-by", p => p.Replace("agreements.csv", ",,signed,,", ",,signed,plan-2001,")),
        ("agreements.csv:4:39 no-end", p => p.Replace("agreements.csv", "2001,,2003", "2001,,")),
        ("sources.csv:3:1 unused-source", p => p.Append("sources.csv", "s2,The Brine Times,Unread,,,news")),
        ("propositions.csv:3:1 unused-proposition", p => p.Append("propositions.csv", "lm-is-far,Lemuria is far.")),
        ("parts.csv:4:1 whole-without-measure", p => p.Append("parts.csv", "aa,salt-production,2021,pit,s1,")),
        ("parts.csv:4:25 part-without-measure", p => p.Append("parts.csv", "aa,salt-production,2020,dune,s1,")),
        ("parts.csv:2:25 part-unit", p => p.Replace("measures.csv", "60,58,62,Mt", "60,58,62,kt")),
        ("parts.csv:4:25 part-twice", p => p.Append("parts.csv", "aa,salt-production,2020,pit,s1,")),
        ("parts.csv:2:25 part-twice", p => p.Append("operations.csv", "rest,pit,licence-holder,,,s1,")),
        ("parts.csv:2:1 parts-sum", p => p.Replace("measures.csv", "rest,salt-production,2020,40", "rest,salt-production,2020,41")),
        ("rankings.csv:3:37 ranking-order", p => p.Replace("rankings.csv", "lm,2,50", "lm,2,150")),
        ("completeness.csv:2:1 unknown-table", p => p.Replace("completeness.csv", "stakes,pit", "shares,pit")),
        ("parts.csv:2:25 parts-cycle; parts.csv:4:26 parts-cycle", p => p.Append("parts.csv", "pit,salt-production,2020,aa,s1,").Replace("measures.csv", "aa,salt-production,2020,100", "aa,salt-production,2020,60").Replace("measures.csv", "rest,salt-production,2020,40", "rest,salt-production,2020,0")),
        ("memberships.csv:5:1 member-twice", p => p.Append("memberships.csv", "lm,league,member,2010,,,s1,")),
        ("domiciles.csv:3:7 two-seats", p => p.Replace("domiciles.csv", "lm-co,lm,2010-03", "lm-co,lm,2009")),
        ("attributions.csv:4:45 two-stances", p => p.Append("attributions.csv", "flood,lm,lm-caused-the-flood,and yet we did,asserts,direct,,2003-05-03,s1,")),
        ("rankings.csv:4:1 mixed-list", p => p.Append("rankings.csv", "salt-2020,salt-production,2019,league,3,1,1,s1,")),
        ("measures.csv:6:25 beyond-limit", p => p.Append("measures.csv", "aa,salt-production,2020,90,,,Mt,aa,ceiling,s1,")),
        ("completeness.csv:2:36 short-of-whole", p => p.Replace("stakes.csv", "lm-co,pit,40", "lm-co,pit,30")),
        ("completeness.csv:3:20 no-indicator", p => p.Replace("completeness.csv", "salt-2020,salt-production,", "salt-2020,,")),
    ];

    public static TheoryData<int, string> Broken => [.. s_broken.Select((b, i) => new TheoryDataRow<int, string>(i, b.Expected))];

    [Fact]
    public void A_sound_pack_has_no_problems()
    {
        using var pack = new SmallPack();
        Assert.Empty(pack.Lint());
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void Each_defect_is_found_where_it_stands(int index, string expected)
    {
        using var pack = new SmallPack();
        s_broken[index].Edit(pack);
        Assert.Equal(expected, string.Join("; ", pack.Lint().Select(p => $"{Path.GetFileName(p.File)}:{p.Line}:{p.Column} {p.Code}")));
    }

    [Fact]
    public void All_defects_are_found_in_one_run()
    {
        using var pack = new SmallPack();
        pack.Replace("stakes.csv", "derived", "guessed")
            .Replace("events.csv", "2003-05-01,2003-05-01", "2003-05-32,2003-05-01")
            .Replace("rankings.csv", "lm,2,50", "lm,2,150")
            .Append("routes.csv", "salt,aa,line")
            .Append("sources.csv", "s2,The Brine Times,Unread,,,news");
        Assert.Equal(["bad-date", "ranking-order", "field-count", "unused-source", "bad-word"], pack.Lint().Select(p => p.Code));
    }

    [Fact]
    public void A_table_that_cannot_be_read_does_not_make_every_reference_into_it_unknown()
    {
        using var pack = new SmallPack();
        pack.Append("entities.csv", "x,\"never closed");
        Assert.Equal(["bad-quote"], pack.Lint().Select(p => p.Code));
    }

    [Fact]
    public void The_alias_of_a_company_that_is_the_metonym_of_a_state_below_is_marked()
    {
        using var below = new SmallPack("below");
        below.Write();
        using var above = Above(below, "name,company,Name,Poseidonis,,,,t1,");
        Assert.Equal("entities.csv:2:19 unmarked-metonym", Line(PackLint.Check(Path.Combine(below.Neighbourhood, "above"))));
    }

    [Fact]
    public void An_id_of_the_pack_below_is_known_above_and_may_not_be_defined_again()
    {
        using var below = new SmallPack("below");
        below.Write();
        using var above = Above(below, "pit,company,Pit of aa,,aa,salt-co,,t1|s1,");
        Assert.Equal("entities.csv:2:1 duplicate-id", Line(PackLint.Check(Path.Combine(below.Neighbourhood, "above"))));
    }

    [Fact]
    public void Packs_that_build_on_each_other_are_a_cycle()
    {
        using var first = new SmallPack("first", "second");
        first.Write();
        var second = Directory.CreateDirectory(Path.Combine(first.Neighbourhood, "second")).FullName;
        File.WriteAllText(Path.Combine(second, "datapackage.json"), SmallPack.Descriptor("second", ["first"], []));
        Assert.Equal(["builds-on-cycle"], PackLint.Check(first.Neighbourhood).Select(p => p.Code));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_no_empty_pack() =>
        Assert.Throws<DirectoryNotFoundException>(() => PackLint.Check(Path.Combine(Path.GetTempPath(), "no-such-folder-of-packs")));

    [Theory]
    [InlineData("kazatompron", "kazatomprom")]
    [InlineData("tengis", "tengiz")]
    [InlineData("shell", null)]
    public void The_nearest_id_is_suggested_only_where_one_is_near(string mistyped, string? meant) =>
        Assert.Equal(meant, NearestId.Find(mistyped, ["kazatomprom", "tengiz", "tengizchevroil", "karatau"]));

    [Fact]
    public void Every_code_is_documented_and_shown_broken()
    {
        var documented = DocumentedCodes().ToHashSet();
        // The first three need two packs, the last a register that is written.
        var shown = s_broken.SelectMany(b => Code().Matches(b.Expected)).Select(m => m.Value)
            .Concat(["unmarked-metonym", "builds-on-cycle", "id-of-two-kinds", "long-cell"]).ToHashSet();
        Assert.Equal(documented.Order(), shown.Order());
        Assert.Equal([], CodesInSource().Except(documented).Order());
    }

    private static SmallPack Above(SmallPack below, string entity)
    {
        var above = new SmallPack("above");
        foreach (var file in Directory.GetFiles(below.Folder)) above[Path.GetFileName(file)] = null;
        above["datapackage.json"] = SmallPack.Descriptor("above", ["below"], ["entities.csv", "sources.csv"]);
        above["entities.csv"] = "id,kind,name,aliases,country,parent,identifiers,sources,note\n" + entity + "\n";
        above["sources.csv"] = "id,publisher,title,date,url,kind\nt1,The Brine Times,Names,,,news\n";
        above.WriteTo(below.Neighbourhood);
        return above;
    }

    private static string Line(IEnumerable<Problem> problems) =>
        string.Join("; ", problems.Select(p => $"{Path.GetFileName(p.File)}:{p.Line}:{p.Column} {p.Code}"));

    private static IEnumerable<string> DocumentedCodes()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "formats", "packs.md"));
        return text[text.IndexOf("## Problems", StringComparison.Ordinal)..].Split('\n')
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(l => InBackticks().Matches(l.Split('|')[1])).Select(m => m.Groups[1].Value);
    }

    // Codes are the only hyphenated words in the sources, apart from the word lists and the words of Frictionless.
    private static IEnumerable<string> CodesInSource() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "src", "Assay.Formats", "Packs"), "*.cs", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) is not ("Vocabulary.cs" or "DescriptorText.cs" or "RowDraft.cs"))
            .SelectMany(f => Literal().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).Distinct();

    [GeneratedRegex("[a-z0-9]+(-[a-z0-9]+)+$|[a-z0-9]+(-[a-z0-9]+)+(?=;)")]
    private static partial Regex Code();

    [GeneratedRegex("`([a-z0-9-]+)`")]
    private static partial Regex InBackticks();

    [GeneratedRegex("\"([a-z0-9]+(?:-[a-z0-9]+)+)\"")]
    private static partial Regex Literal();
}
