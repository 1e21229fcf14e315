namespace Lexicon.Local;

/// <summary>The one account and Region of the local cloud, and the names that AWS builds from them.</summary>
internal static class Account
{
    /// <summary>The value of <c>AWS::AccountId</c>.</summary>
    public const string Id = "123456789012";

    /// <summary>The value of <c>AWS::Region</c>: where a stack without a Region of its own would be deployed.</summary>
    public const string Region = "us-east-1";

    /// <summary>An ARN in this account and Region.</summary>
    public static string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{Id}:{resource}";

    /// <summary>An ARN of a service that has no Region, such as IAM.</summary>
    public static string GlobalArn(string service, string resource) => $"arn:aws:{service}::{Id}:{resource}";
}
