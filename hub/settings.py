"""All settings, in Django's own order, from the environment. `.env.example` lists every variable."""

from email.utils import parseaddr
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
env.read_env(BASE_DIR / ".env")

# Core -----------------------------------------------------------------------------------------------------------------

DEBUG = env.bool("DEBUG", default=False)

# Everything that is written: database, uploads, mail, cache.
DATA = Path(env.str("DATA", default="var")).expanduser()
if not DATA.is_absolute():
    DATA = BASE_DIR / DATA
DATA.mkdir(parents=True, exist_ok=True)


def required_in_production(name, for_development):
    """Return the variable `name`; without DEBUG a missing one stops the start with a line that says what to set."""
    value = env.str(name, default="")
    if value:
        return value
    if DEBUG:
        return for_development
    raise ImproperlyConfigured(f"{name} is not set. Set it in the environment or in .env (see .env.example).")


SECRET_KEY = required_in_production("SECRET_KEY", "for-development-only-" + "x" * 50)
SITE_URL = required_in_production("SITE_URL", "http://localhost:8000").rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["*"] if DEBUG else [SITE_URL.split("://")[-1].split(":")[0]])
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "hub",
    "members",
    "groups",
    "knowledge",
    "casestudies",
    "events",
    "evaluation",
    "comments",
    "search",
    "stewardship",
    "feedback",
    "consent",
    "demo",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "members.apps.AdminUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_comments_xtd",
    "django_comments",
    "allauth",
    "allauth.account",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sites",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
]

MIDDLEWARE = [
    "hub.page_cache.PageCacheMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "hub.requests.RefuseOddRequestsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "members.middleware.TimeZoneMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "hub.urls"
WSGI_APPLICATION = "hub.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "hub.navigation.navigation",
            ],
            "builtins": ["hub.templatetags.hub_tags", "django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]
FORM_RENDERER = "hub.forms.FormRenderer"

# Data -----------------------------------------------------------------------------------------------------------------

DATABASE_URL = env.str("DATABASE_URL", default="")
DATABASES = {
    "default": env.db_url("DATABASE_URL")
    if DATABASE_URL
    else {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA / "db.sqlite3"}
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # Writers queue up instead of failing half way through a transaction; readers never wait (WAL).
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-20000;"
        # What the system holds in memory anyway is read without copying it; the search reads much.
        " PRAGMA mmap_size=1000000000;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    # PostgreSQL takes disks for turning ones, and would read all entries rather than ask their index; compiling a
    # question of the search takes longer than answering it.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c random_page_cost=1.1 -c jit=off")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHE_URL = env.str("CACHE_URL", default="")
CACHES = {
    "default": env.cache_url("CACHE_URL")
    if CACHE_URL
    else {
        "BACKEND": "hub.caches.ForgivingFilesCache",
        "LOCATION": DATA / "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
if CACHES["default"]["BACKEND"] == "django.core.cache.backends.redis.RedisCache":
    CACHES["default"]["BACKEND"] = "hub.caches.ForgivingRedisCache"
    # A server that accepts a connection and then says nothing must not hold up every page.
    CACHES["default"]["OPTIONS"] = {
        "socket_connect_timeout": 1,
        "socket_timeout": 1,
        **CACHES["default"].get("OPTIONS", {}),
    }
# How long a public page may be kept; it is dropped earlier when what it shows changes. 0 turns the page cache off.
PAGE_CACHE_SECONDS = env.int("PAGE_CACHE_SECONDS", default=600)
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"

SEARCH_URL = env.str("SEARCH_URL", default="")
SEARCH_INDEX_PREFIX = env.str("SEARCH_INDEX_PREFIX", default="hub_")
SEARCH_TIMEOUT = 2  # seconds; then the database answers
SEARCH_ASKED_DELAY = 2  # seconds; then what was asked meanwhile is written down, so that no reader waits for that
# What one address, or one person who is signed in, may ask before it has to wait; 0 is without limit. A library’s
# shared line stays well below. Pages that are kept do not count.
SEARCHES_PER_MINUTE = env.int("SEARCHES_PER_MINUTE", default=120)
SUGGESTIONS_PER_MINUTE = env.int("SUGGESTIONS_PER_MINUTE", default=600)
# The admin's own search. What readers search is in `search`, whose engines these are not.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database"}}

# `manage.py work` runs them, each queue in a thread of its own: "mail" waits for mail servers, and what may take longer
# than a moment goes to "slow", so that "default" is quick.
TASKS = {"default": {"BACKEND": "hub.queue.DatabaseQueue", "QUEUES": ["default", "mail", "slow"]}}

# Mail -----------------------------------------------------------------------------------------------------------------

EMAIL_BACKEND = "hub.mail_files.MailFilesBackend"
if env.str("EMAIL_URL", default=""):
    vars().update(env.email_url("EMAIL_URL"))
# Mail is put in a queue, from which the worker sends it with MAIL_BACKEND.
MAIL_BACKEND, EMAIL_BACKEND = EMAIL_BACKEND, "hub.mail_queue.MailQueueBackend"
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_TIMEOUT = 10  # seconds; a mail server that says nothing must not hold up all other mail
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="hub@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Members --------------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "members.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "members.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "add_email": "members.forms.AddEmailForm",
    "change_password": "members.forms.ChangePasswordForm",
    "confirm_email_verification_code": "members.forms.ConfirmEmailVerificationCodeForm",
    "confirm_login_code": "members.forms.ConfirmLoginCodeForm",
    "confirm_password_reset_code": "members.forms.ConfirmPasswordResetCodeForm",
    "login": "members.forms.LoginForm",
    "reauthenticate": "members.forms.ReauthenticateForm",
    "request_login_code": "members.forms.RequestLoginCodeForm",
    "reset_password": "members.forms.ResetPasswordForm",
    "reset_password_from_key": "members.forms.ResetPasswordKeyForm",
    "set_password": "members.forms.SetPasswordForm",
    "signup": "members.forms.SignupForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
# Besides allauth's own limits on signing in and up: how often one person may comment, and one address may report, take
# places, say whether a page was useful, begin or join a self-evaluation, or have a link mailed.
ACCOUNT_RATE_LIMITS = {
    "post_comment": "30/h/user",
    "report_comment": "10/h/ip",
    "register_event": "30/h/ip",
    "say_useful": "20/h/ip",
    # Mails that somebody may ask for without proof that the address is theirs: in all, and to one address.
    "follow_kit": "30/h/ip,5/h/key",
    "send_experience": "10/h/user",
    "start_evaluation": "30/h/ip",
    "mail_evaluation": "30/h/ip",
}
# How many proxies of ours add to X-Forwarded-For. With too small a number everybody shares one limit.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=0)
ACCOUNT_DEFAULT_HTTP_PROTOCOL = SITE_URL.split("://")[0]

# Languages and time ---------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", _("English")), ("es", _("Spanish")), ("ar", _("Arabic"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
FORMAT_MODULE_PATH = ["hub.formats"]
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", default="Europe/London")

# Files ----------------------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# Wagtail's page editor sends one field for every block; Django's limit of 1000 would stop a long toolkit.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Wagtail --------------------------------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Hub"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_I18N_ENABLED = True
# A translation stays a draft until somebody has translated it; otherwise English would be published as Spanish.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAIL_USER_TIME_ZONES = ["Europe/London", "Europe/Madrid", "Africa/Cairo", "Asia/Karachi", "UTC"]
WAGTAILIMAGES_IMAGE_MODEL = "hub.HubImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "hub.uploads.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "gif", "avif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "hub.HubDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "hub.uploads.DocumentForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES = []
WAGTAILDOCS_MAX_UPLOAD_SIZE = 30 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = [
    "pdf", "docx", "odt", "rtf", "txt", "md", "csv", "xlsx", "ods", "pptx", "odp", "zip",
]  # fmt: skip
WAGTAILEMBEDS_RESPONSIVE_HTML = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# Addresses and passwords are changed where people sign in, not in the admin.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
# Milliseconds after the last change. With Wagtail's half a second, somebody who publishes on a slow line overtakes what
# is being saved, and is told that a page of this name is there already.
WAGTAIL_AUTOSAVE_INTERVAL = 5000
WAGTAILUSERS_PASSWORD_REQUIRED = False
WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
TAGGIT_CASE_INSENSITIVE = True

# Self-evaluation ------------------------------------------------------------------------------------------------------

# How long answers are kept that nobody opens any more; people are told a month before. Two years and a bit: most
# organisations evaluate themselves once a year.
EVALUATION_KEPT_MONTHS = env.int("EVALUATION_KEPT_MONTHS", default=26)

# Comments -------------------------------------------------------------------------------------------------------------

SITE_ID = 1
COMMENTS_APP = "django_comments_xtd"
COMMENTS_XTD_MODEL = "comments.models.PageComment"
COMMENTS_XTD_MAX_THREAD_LEVEL = 3
COMMENTS_XTD_CONFIRM_EMAIL = False
COMMENTS_XTD_THREADED_EMAILS = False
COMMENTS_XTD_APP_MODEL_OPTIONS = {
    "default": {"who_can_post": "users", "allow_flagging": True, "allow_feedback": False, "show_feedback": False}
}
COMMENTS_XTD_SALT = SECRET_KEY.encode()

# Security -------------------------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/admin/"],  # Wagtail's editor needs inline styles and scripts; only staff reach it
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        # Films play only after the reader agrees; no other site is contacted before that.
        "frame-src": ["https://www.youtube-nocookie.com", "https://player.vimeo.com"],
        "frame-ancestors": [SELF],  # Wagtail's preview shows the page inside the admin
    },
}
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # asks for DENY; Wagtail's admin frames the page that it previews
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
CSRF_FAILURE_VIEW = "hub.views.csrf_failure"
# Whom to tell of a weakness: an https: or mailto: address, published in /.well-known/security.txt.
SECURITY_CONTACT = env.str("SECURITY_CONTACT", default=f"mailto:{parseaddr(DEFAULT_FROM_EMAIL)[1]}")
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
if not DEBUG:
    is_https = SITE_URL.startswith("https://")
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = is_https and env.bool("SECURE_SSL_REDIRECT", default=True)
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = is_https
    SECURE_HSTS_SECONDS = 365 * 24 * 3600 if is_https else 0
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = is_https

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
