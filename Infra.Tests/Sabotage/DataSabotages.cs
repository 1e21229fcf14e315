using static Lexicon.Infra.Tests.Sabotage.Change;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>Against what holds data: the table, the accounts, the buckets.</summary>
internal static class DataSabotages
{
    private const string Table = "Glossaries/Table/Resource";
    private const string Pool = "Readers/Pool/Resource";
    private const string Images = "Images/Bucket/Resource";
    private const string ImagesPolicy = "Images/Bucket/Policy/Resource";
    private const string Logs = "Logs/Bucket/Resource";

    public static IReadOnlyList<Sabotage> All { get; } =
    [
        new("The table has another logical id", "prod Data", Table, Sabotage.Renamed),
        new("The pool has another logical id", "dev Data", Pool, Sabotage.Renamed),
        new("The images have another logical id", "prod Data", Images, Sabotage.Renamed),
        new("The table has a name of its own", "dev Data", Table, Set("/Properties/TableName", "\"Glossaries\"")),
        new("The table goes with its stack", "prod Data", Table, Set("/DeletionPolicy", "\"Delete\"")),
        new("The table goes when it is replaced", "prod Data", Table, Remove("/UpdateReplacePolicy")),
        new("The table stays in dev", "dev Data", Table, Set("/DeletionPolicy", "\"Retain\"")),
        new("The table can be deleted by a call", "prod Data", Table, Set("/Properties/Replicas/0/DeletionProtectionEnabled", "false")),
        new("The table cannot be taken back", "prod Data", Table, Remove("/Properties/Replicas/0/PointInTimeRecoverySpecification")),
        new("The table is billed by the hour", "dev Data", Table, Set("/Properties/BillingMode", "\"PROVISIONED\"")),
        new("The table forgets nothing", "prod Data", Table, Set("/Properties/TimeToLiveSpecification/Enabled", "false")),
        new("The table tells nobody what changed", "prod Data", Table, Remove("/Properties/StreamSpecification")),
        new("The table has one index less", "dev Data", Table, Remove("/Properties/LocalSecondaryIndexes")),
        new("The table's own key is gone", "full Data", Table, Remove("/Properties/Replicas/0/SSESpecification")),
        new("The table's key never changes", "full Data", "Glossaries/Encryption/Key/Resource", Set("/Properties/EnableKeyRotation", "false")),
        new("Keys of the table are no longer counted", "full Data", Table, Remove("/Properties/Replicas/0/ContributorInsightsSpecification")),
        new("Accounts can be deleted by a call", "prod Data", Pool, Set("/Properties/DeletionProtection", "\"INACTIVE\"")),
        new("A password of six letters will do", "prod Data", Pool, Set("/Properties/Policies/PasswordPolicy/MinimumLength", "6")),
        new("A password needs no digit", "dev Data", Pool, Set("/Properties/Policies/PasswordPolicy/RequireNumbers", "false")),
        new("Addresses are not verified", "prod Data", Pool, Remove("/Properties/AutoVerifiedAttributes")),
        new("The images go with their stack", "prod Data", Images, Set("/DeletionPolicy", "\"Delete\"")),
        new("The images may be opened to anyone", "prod Data", Images, Set("/Properties/PublicAccessBlockConfiguration/BlockPublicPolicy", "false")),
        new("The images are open to anyone", "dev Data", ImagesPolicy, Add(
            "/Properties/PolicyDocument/Statement", """{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}""")),
        new("Any account's distribution reads the images", "prod Data", ImagesPolicy, Replace(
            "/Properties/PolicyDocument/Statement", "\"aws:SourceAccount\":{\"Ref\":\"AWS::AccountId\"}", "\"aws:SourceAccount\":\"*\"")),
        new("Images travel over plain HTTP", "dev Data", ImagesPolicy, Remove("/Properties/PolicyDocument/Statement/0")),
        new("Images travel over TLS 1.0", "prod Data", ImagesPolicy, Replace("/Properties/PolicyDocument/Statement", "1.2", "1.0")),
        new("Images are not encrypted", "prod Data", Images, Remove("/Properties/BucketEncryption")),
        new("Images may belong to who uploads them", "prod Data", Images, Set("/Properties/OwnershipControls/Rules/0/ObjectOwnership", "\"ObjectWriter\"")),
        new("Replaced images are lost", "prod Data", Images, Set("/Properties/VersioningConfiguration/Status", "\"Suspended\"")),
        new("Replaced images stay for ever", "prod Data", Images, Remove("/Properties/LifecycleConfiguration")),
        new("Nobody writes down who read the images", "dev Data", Images, Remove("/Properties/LoggingConfiguration")),
        new("Any site may upload images", "prod Data", Images, Set("/Properties/CorsConfiguration/CorsRules/0/AllowedOrigins", "[\"*\"]")),
        new("Access logs stay for ever", "prod Data", Logs, Remove("/Properties/LifecycleConfiguration")),
        new("The table forgets by another attribute", "prod Data", Table, Set("/Properties/TimeToLiveSpecification/AttributeName", "\"ttl\"")),
        new("The stream tells keys only", "dev Data", Table, Set("/Properties/StreamSpecification/StreamViewType", "\"KEYS_ONLY\"")),
        new("An index holds keys only", "prod Data", Table, Set("/Properties/GlobalSecondaryIndexes/0/Projection/ProjectionType", "\"KEYS_ONLY\"")),
        new("Two indexes are sorted alike", "full Data", Table, Set("/Properties/LocalSecondaryIndexes/1/KeySchema/1/AttributeName", "\"sk\"")),
        new("The key of the table is gone after a week", "full Data", "Glossaries/Encryption/Key/Resource", Set("/Properties/PendingWindowInDays", "7")),
        new("The key of the table is used past DynamoDB", "full Data", "Glossaries/Encryption/Key/Resource", Remove("/Properties/KeyPolicy/Statement/1/Condition")),
        new("Nobody may have a second factor", "prod Data", Pool, Set("/Properties/MfaConfiguration", "\"OFF\"")),
        new("Accounts are not of this application", "prod Data", Pool, Remove("/Properties/UserPoolTags/application")),
        new("Unfinished uploads are paid for ever", "prod Data", Images, Remove("/Properties/LifecycleConfiguration/Rules/0/AbortIncompleteMultipartUpload")),
        new("The images are listed by an old access control list", "prod Data", Images, Set("/Properties/AccessControl", "\"PublicRead\"")),
        new("A bucket is a web site", "dev Data", Images, Set("/Properties/WebsiteConfiguration", "{\"IndexDocument\":\"index.html\"}")),
        new("The images are open to anyone, with every option", "full Data", ImagesPolicy, Add(
            "/Properties/PolicyDocument/Statement", """{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}""")),
        new("A user has a key for ever", "prod Data", "", Set("/Resources/Backdoor", """{"Type":"AWS::IAM::User"}""")),
        new("A bucket stays in dev because it is not empty", "dev Data", "Images/Bucket/AutoDeleteObjectsCustomResource/Default", Sabotage.Gone),
        new("The table can be taken back for a day", "prod Data", Table, Set(
            "/Properties/Replicas/0/PointInTimeRecoverySpecification/RecoveryPeriodInDays", "1")),
        new("The table has a policy that lets anyone read", "prod Data", Table, Set(
            "/Properties/Replicas/0/ResourcePolicy",
            """{"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"dynamodb:GetItem","Resource":"*"}]}}""")),
        new("The table answers one read a second", "prod Data", Table, Set(
            "/Properties/Replicas/0/ReadOnDemandThroughputSettings", """{"MaxReadRequestUnits":1}""")),
        new("The table is kept where reading costs more", "prod Data", Table, Set("/Properties/Replicas/0/TableClass", "\"STANDARD_INFREQUENT_ACCESS\"")),
        new("Another account is told what changed", "prod Data", Table, Set(
            "/Properties/Replicas/0/KinesisStreamSpecification", """{"StreamArn":"arn:aws:kinesis:us-east-1:111122223333:stream/other"}""")),
        new("The table has another replica", "prod Data", Table, Add("/Properties/Replicas", """{"Region":"eu-west-1"}""")),
        new("The key of the table is granted to anyone", "full Data", "Glossaries/Encryption/Key/Resource", Remove("/Properties/KeyPolicy/Statement/2/Condition/Bool")),
        new("Only some access logs are forgotten", "prod Data", Logs, Set("/Properties/LifecycleConfiguration/Rules/0/Prefix", "\"old/\"")),
        new("Access logs that are forgotten stay as versions", "prod Data", Logs, Set("/Properties/VersioningConfiguration", """{"Status":"Enabled"}""")),
        new("Access logs are written where nobody lets them", "prod Data", Images, Set("/Properties/LoggingConfiguration/LogFilePrefix", "\"image/\"")),
        new("Images are deleted after three months", "prod Data", Images, Set("/Properties/LifecycleConfiguration/Rules/0/ExpirationInDays", "90")),
        new("A bucket is emptied before that is allowed", "dev Data", "Images/Bucket/AutoDeleteObjectsCustomResource/Default", Remove("/DependsOn")),
        new("A bucket is emptied only with a second factor", "dev Data", ImagesPolicy, Set(
            "/Properties/PolicyDocument/Statement/2/Condition", """{"Bool":{"aws:MultiFactorAuthPresent":"true"}}""")),
        new("A changed address is not verified", "prod Data", Pool, Remove("/Properties/UserAttributeUpdateSettings")),
        new("Another account's function decides who signs up", "prod Data", Pool, Set(
            "/Properties/LambdaConfig", """{"PreSignUp":"arn:aws:lambda:us-east-1:111122223333:function:other"}""")),
        new("A mail asks for the password", "prod Data", Pool, Set("/Properties/EmailVerificationMessage", "\"Send {####} and your password to help@example.net\"")),
    ];
}
