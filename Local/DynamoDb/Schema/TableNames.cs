using System.Security.Cryptography;
using System.Text;

namespace Lexicon.Local.DynamoDb.Schema;

/// <summary>Names, ARNs and ids of tables, and how the engine's own names relate to them.</summary>
internal static class TableNames
{
    /// <summary>What the ARNs of the engine begin with: it knows neither account nor Region.</summary>
    public const string EnginePrefix = "arn:aws:dynamodb:ddblocal:000000000000:";

    /// <summary>
    /// The label of a template's stream. AWS takes the time of its creation; here the ARN must be known before the table is, and
    /// be the same on every start.
    /// </summary>
    public const string StreamLabel = "2026-01-01T00:00:00.000";

    /// <summary>What our ARNs begin with.</summary>
    public static string Prefix { get; } = Account.Arn("dynamodb", "");

    /// <summary>The ARN of a table.</summary>
    public static string Arn(string table) => $"{Prefix}table/{table}";

    /// <summary>The ARN of a template's stream.</summary>
    public static string StreamArn(string table) => $"{Arn(table)}/stream/{StreamLabel}";

    /// <summary>The table's id, the same on every start.</summary>
    public static string Id(string table) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(table)).AsSpan(0, 16)).ToString();

    /// <summary>The name of a table that a request names by name or by ARN.</summary>
    public static string NameOf(string nameOrArn) =>
        nameOrArn.StartsWith("arn:", StringComparison.Ordinal) && nameOrArn.Split('/') is [_, var name, ..] ? name : nameOrArn;
}
