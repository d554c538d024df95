/** A photo as the API takes it: multipart, field `file`. */
export function photoForm(photo: Blob): FormData {
  const form = new FormData();
  form.append('file', photo, photo instanceof File ? photo.name : 'photo.jpg');
  return form;
}
