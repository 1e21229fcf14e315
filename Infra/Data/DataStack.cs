using Constructs;
using Lexicon.Infra.Cdk;
using Lexicon.Infra.Security;

namespace Lexicon.Infra.Data;

/// <summary>What must not be lost: the table, the accounts, the images. It refers to no other stack.</summary>
internal sealed class DataStack : ExportingStack
{
    public DataStack(Construct scope, StageSettings settings)
        : base(scope, "Data", settings, "Lexicon: table, user pool and images")
    {
        var logs = new LogBucket(this, "Logs", settings);
        var glossaries = new GlossaryTable(this, "Glossaries", settings);
        if (settings.KeepsData)
        {
            _ = new TableBackups(this, "Backups", settings, glossaries.Table, glossaries.Key);
        }

        var readers = new Readers(this, "Readers", settings);
        var images = new ImagesBucket(this, "Images", settings, logs.Bucket);

        TableName = Export("TableName", glossaries.Table.TableName, "The table that holds glossaries and terms");
        TableStreamArn = Export("TableStreamArn", glossaries.Table.TableStreamArn!, "What tells of every change of the table");
        UserPoolId = Export("UserPoolId", readers.Pool.UserPoolId, "The user pool of the readers");
        Issuer = Export("Issuer", readers.Pool.UserPoolProviderUrl, "Whose tokens the API accepts: OpenID discovery starts here");
        SignInOrigin = Export("SignInOrigin", readers.Domain.BaseUrl(), "Where the pages and tokens of OpenID Connect are");
        ImagesBucketName = Export("ImagesBucketName", images.Bucket.BucketName, "The bucket with the images of terms");
        TableKeyArn = glossaries.Key is { } key ? Export("TableKeyArn", key.KeyArn, "The key that encrypts the table") : null;
    }

    public string TableName { get; }

    /// <summary>The ARN of the table's stream.</summary>
    public string TableStreamArn { get; }

    /// <summary>The customer-managed key of the table; null where it is DynamoDB's or AWS's.</summary>
    public string? TableKeyArn { get; }

    public string UserPoolId { get; }

    public string Issuer { get; }

    public string SignInOrigin { get; }

    public string ImagesBucketName { get; }
}
