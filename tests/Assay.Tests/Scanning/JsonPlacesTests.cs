using System.Text;
using System.Text.Json;
using Assay.Formats.Scanning;
using CsCheck;
using Xunit;

namespace Assay.Tests.Scanning;

/// <summary>Lines of JSON are accepted and refused as the library of the platform does.</summary>
public sealed class JsonPlacesTests
{
    private static readonly Gen<string> Text = Gen.OneOf(Gen.String[Gen.Char["ab\\\"/\u0007é中{}[]:,"], 0, 8], Gen.OneOf<string>("id", "schema", "properties", "owner", "asset", "percentage", "endDate", "Ownership", "\U0001F3E6", new string('x', 70)));

    private static readonly Gen<string> Spaces = Gen.OneOf<string>("", "", "", " ", "\t", " \r ");

    private static readonly Gen<string> Scalar = Gen.OneOf<string>("0", "-1.5e+3", "12", "true", "false", "null", "{}", "[]", "1E5", "0.5");

    private static readonly Gen<string> Object = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 5000]).SelectMany((many, _) => Members(many, 3));

    [Fact]
    public void What_is_JSON_is_accepted() => Gen.Select(Object, Gen.Bool).Sample((line, vectors) =>
    {
        using var _ = JsonDocument.Parse(line);
        Assert.True(IsAccepted(line, vectors), line);
    }, iter: 2000);

    [Fact]
    public void What_is_not_JSON_is_refused() => Gen.Select(Object, Gen.Int[0, 10_000], Gen.Char["{}[]:,\"\\ab0-.eu \t\f"], Gen.Int[0, 2], Gen.Bool).Sample((line, place, letter, how, vectors) =>
    {
        // A letter put in, taken away or put in the place of another.
        var at = place % line.Length;
        var broken = how == 0 ? line.Insert(at, letter.ToString()) : how == 1 ? line.Remove(at, 1) : line.Remove(at, 1).Insert(at, letter.ToString());
        Assert.True(IsObject(broken) == IsAccepted(broken, vectors), broken);
    }, iter: 8000);

    [Fact]
    public void A_line_that_is_cut_off_is_refused_and_the_next_one_read() => Gen.Select(Object, Gen.Int[1, 10_000], Gen.Bool).Sample((line, place, vectors) =>
    {
        var cut = line[..(1 + place % (line.Length - 1))];
        Assert.Equal([IsObject(cut), true], Accepted($"{cut}\n{line}\n", vectors));
    }, iter: 2000);

    [Fact]
    public void Vectors_and_single_bytes_find_the_same_tokens() => Gen.Select(Object, Object, Gen.Int[0, 10_000], Gen.Char["{}[]:,\"ab0 \u0001\n\f"]).Sample((first, second, place, letter) =>
    {
        var bytes = Encoding.UTF8.GetBytes($"{first}\n{second.Insert(place % second.Length, letter.ToString())}\n");
        var (vectors, single) = (new JsonPlaces(), new JsonPlaces());
        vectors.Find(bytes, Masks.AreFast);
        single.Find(bytes, false);
        // What escapes what outside strings no reader need say: the line is none.
        if (!Accepted(Encoding.UTF8.GetString(bytes), vectors: false).All(accepted => accepted)) return;
        Assert.Equal(single.Tokens, vectors.Tokens);
        Assert.Equal(single.HasNumberedLetters, vectors.HasNumberedLetters);
    }, iter: 5000);

    [Theory]
    [InlineData(FtmLine.MostDepth - 1, true)]
    [InlineData(FtmLine.MostDepth, false)]
    [InlineData(1_000_000, false)]
    public void Nesting_has_an_end(int arrays, bool accepted) => Assert.Equal(accepted, IsAccepted($"{{\"a\":{new string('[', arrays)}{new string(']', arrays)}}}", Masks.AreFast));

    [Theory]
    [InlineData("\"a\"")]
    [InlineData("[{}]")]
    [InlineData("{} {}")]
    [InlineData("{\"a\":1 2}")]
    [InlineData("{\"a\":01}")]
    [InlineData("{\"a\":\"\\x\"}")]
    [InlineData("{\"a\":\"\\u12g4\"}")]
    [InlineData("{\"a\":\"\t\"}")]
    [InlineData("{,}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\":[1,]}")]
    [InlineData("{\"a\":[}")]
    public void No_other_line_is_an_entity(string line)
    {
        Assert.False(IsAccepted(line, vectors: true));
        Assert.False(IsAccepted(line, vectors: false));
    }

    private static Gen<string> Members(int many, int depth) =>
        Gen.Select(Text, Value(depth), Spaces).Array[many].Select(Spaces, (members, space) =>
            $"{{{space}{string.Join(',', members.Select(member => $"{member.Item3}{Quoted(member.Item1)}{member.Item3}:{member.Item3}{member.Item2}{member.Item3}"))}}}");

    private static Gen<string> Value(int depth) => depth == 0 ? Gen.OneOf(Scalar, Text.Select(Quoted)) : Gen.OneOf(
        Scalar, Text.Select(Quoted), Text.Select(Quoted), Value(0).Array[0, 3].Select(items => $"[{string.Join(", ", items)}]"), Gen.Int[0, 3].SelectMany(many => Members(many, depth - 1)));

    /// <summary>With every other letter beyond ASCII by its number.</summary>
    private static string Quoted(string text) => text.Length % 2 == 0 ? JsonSerializer.Serialize(text) : JsonSerializer.Serialize(text, s_plain);

    private static readonly JsonSerializerOptions s_plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static bool IsObject(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsAccepted(string line, bool vectors) => Assert.Single(Accepted(line + "\n", vectors));

    /// <summary>Of each line that is not empty whether it is an object.</summary>
    private static List<bool> Accepted(string lines, bool vectors)
    {
        var bytes = Encoding.UTF8.GetBytes(lines);
        var (places, line, accepted) = (new JsonPlaces(), new FtmLine(), new List<bool>());
        places.Find(bytes, vectors && Masks.AreFast);
        for (var token = 0; token < places.Tokens.Length; token++)
        {
            if (bytes[places.Tokens[token]] == '\n') continue;
            var start = places.Tokens[token];
            var fault = line.Read(bytes, places, ref token);
            accepted.Add(fault < 0 && !places.Faults.Any(at => at >= start && at <= places.Tokens[token]));
        }
        return accepted;
    }
}
