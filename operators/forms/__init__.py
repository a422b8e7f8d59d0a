"""What people type about themselves and their organisations."""

from operators.forms.account import (
    NewcomerForm,
    NewPasswordForm,
    PasswordResetForm,
    SignInForm,
)
from operators.forms.fields import (
    LowerEmailField,
    email_widget,
    phone_field,
)
from operators.forms.members import (
    AbsenceForm,
    HatForm,
    InvitationForm,
    RoleForm,
)
from operators.forms.organisations import (
    DirectoryFilterForm,
    OrganisationEditForm,
    OrganisationForm,
    RefusalForm,
    RegistrationForm,
)


__all__ = [
    "AbsenceForm",
    "DirectoryFilterForm",
    "HatForm",
    "InvitationForm",
    "LowerEmailField",
    "NewPasswordForm",
    "NewcomerForm",
    "OrganisationEditForm",
    "OrganisationForm",
    "PasswordResetForm",
    "RefusalForm",
    "RegistrationForm",
    "RoleForm",
    "SignInForm",
    "email_widget",
    "phone_field",
]
