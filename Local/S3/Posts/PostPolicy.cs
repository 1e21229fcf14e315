using System.Globalization;
using System.Text.Json;
using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Posts;

/// <summary>
/// The policy of a browser-based upload (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html): until when
/// it holds, what the fields must be, and how large the file may be. Every field must stand in a condition.
/// </summary>
internal sealed class PostPolicy
{
    private const string Length = "content-length-range";
    private static readonly HashSet<string> Uncovered = new(StringComparer.OrdinalIgnoreCase) { "policy", "x-amz-signature", "file" };
    private readonly DateTimeOffset _expiration;
    private readonly List<PostCondition> _conditions = [];

    private PostPolicy(JsonElement document)
    {
        _expiration = document.GetProperty("expiration").GetDateTimeOffset();
        foreach (var condition in document.GetProperty("conditions").EnumerateArray())
        {
            if (condition.ValueKind == JsonValueKind.Object)
            {
                _conditions.Add(Simple(condition));
            }
            else if (condition[0].GetString() is Length)
            {
                if (Number(condition[1]) is { } smallest && Number(condition[2]) is { } largest)
                {
                    (Smallest, Largest) = (smallest, Math.Min(largest, Largest));
                }
                else
                {
                    _conditions.Add(new(Length, condition[1].ToString(), condition[2].ToString()));
                }
            }
            else
            {
                _conditions.Add(PostCondition.Of(condition[0].GetString()!, condition[1].GetString()!, condition[2].GetString()!));
            }
        }
    }

    /// <summary>The least bytes of the file.</summary>
    public long Smallest { get; }

    /// <summary>The most bytes of the file.</summary>
    public long Largest { get; } = long.MaxValue - 1;

    /// <summary>Reads a policy in Base64.</summary>
    /// <exception cref="S3Exception">It is not a policy.</exception>
    public static PostPolicy Parse(string base64)
    {
        try
        {
            using var document = JsonDocument.Parse(Convert.FromBase64String(base64));
            return new(document.RootElement);
        }
        catch (Exception mistake) when (mistake is FormatException or JsonException or KeyNotFoundException or InvalidOperationException
            or IndexOutOfRangeException or ArgumentException)
        {
            throw Invalid("Invalid JSON.");
        }
    }

    /// <summary>Holds a form to the policy.</summary>
    /// <exception cref="S3Exception">The policy is over, a condition fails, or a field stands in none.</exception>
    public void Check(PostForm form, string bucket, DateTimeOffset now)
    {
        if (now >= _expiration)
        {
            throw Denied("Policy expired.");
        }

        foreach (var condition in _conditions)
        {
            // The bucket is a field that need not be sent.
            var value = condition.Field?.ToUpperInvariant() switch
            {
                null => null,
                "BUCKET" => bucket,
                _ => form[condition.Field] ?? "",
            };
            if (value is null || !condition.Holds(value))
            {
                throw Denied($"Policy Condition failed: {condition}");
            }
        }

        var extra = form.Fields.Keys.Where(name => !Uncovered.Contains(name)
            && !name.StartsWith("x-ignore-", StringComparison.OrdinalIgnoreCase)
            && !_conditions.Exists(condition => name.Equals(condition.Field, StringComparison.OrdinalIgnoreCase))).ToList();
        if (extra.Count > 0)
        {
            throw Denied($"Extra input fields: {string.Join(", ", extra)}");
        }
    }

    /// <summary>Holds the size of the file to the policy.</summary>
    /// <exception cref="S3Exception">The file is too small or too large.</exception>
    public void CheckSize(long size)
    {
        if (size < Smallest)
        {
            throw new S3Exception(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size")
            {
                Details = [("ProposedSize", Text(size)), ("MinSizeAllowed", Text(Smallest))],
            };
        }

        if (size > Largest)
        {
            throw new S3Exception(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size")
            {
                Details = [("ProposedSize", Text(size)), ("MaxSizeAllowed", Text(Largest))],
            };
        }
    }

    private static S3Exception Denied(string why) => S3Exception.AccessDenied($"Invalid according to Policy: {why}");

    private static PostCondition Simple(JsonElement condition)
    {
        if (condition.EnumerateObject().ToList() is not [var only])
        {
            throw Invalid("Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.");
        }

        return only.Value.ValueKind == JsonValueKind.String
            ? new("eq", $"${only.Name}", only.Value.GetString()!)
            : throw Invalid("Invalid Simple-Condition: value must be a string.");
    }

    private static S3Exception Invalid(string why) => new(400, "InvalidPolicyDocument", $"Invalid Policy: {why}");

    private static long? Number(JsonElement element) =>
        !long.TryParse(element.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? null
        : number >= 0 ? number
        : throw new FormatException($"{number}");

    private static string Text(long size) => size.ToString(CultureInfo.InvariantCulture);
}
