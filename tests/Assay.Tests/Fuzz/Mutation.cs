namespace Assay.Tests.Fuzz;

/// <summary>Random damage to bytes and to texts.</summary>
internal static class Mutation
{
    /// <summary>The bytes with some flipped, cut out, doubled, or replaced by others that mean something to a reader.</summary>
    public static byte[] Of(byte[] bytes, byte[][] pieces, Random random)
    {
        var changed = bytes.ToList();
        for (var times = random.Next(1, 12); times > 0 && changed.Count > 0; times--)
        {
            var at = random.Next(changed.Count);
            var length = Math.Min(random.Next(1, 200), changed.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    changed[at] = (byte)random.Next(256);
                    break;
                case 1:
                    changed.RemoveRange(at, length);
                    break;
                case 2:
                    changed.InsertRange(at, changed.GetRange(at, length));
                    break;
                case 3:
                    changed.RemoveRange(at, changed.Count - at);
                    break;
                default:
                    var piece = pieces[random.Next(pieces.Length)];
                    for (var copies = random.Next(20) == 0 ? random.Next(500) : 1; copies > 0; copies--) changed.InsertRange(at, piece);
                    break;
            }
        }
        return [.. changed];
    }

    /// <summary>The text with some of its words left out, doubled, exchanged, or replaced by pieces.</summary>
    public static string Of(string text, string[] pieces, Random random)
    {
        var words = text.Split(' ').ToList();
        for (var times = random.Next(0, 1 + words.Count / 4); times > 0; times--)
        {
            var (at, other) = (random.Next(words.Count), random.Next(words.Count));
            switch (random.Next(5))
            {
                case 0 when words.Count > 1:
                    words.RemoveAt(at);
                    break;
                case 1:
                    words.Insert(at, words[other]);
                    break;
                case 2:
                    (words[at], words[other]) = (words[other], words[at]);
                    break;
                case 3:
                    words[at] = pieces[random.Next(pieces.Length)];
                    break;
                default:
                    words.Insert(at, pieces[random.Next(pieces.Length)]);
                    break;
            }
        }
        return string.Join(' ', words);
    }
}
